/** How browsers name the extension. The first follows from `key` in manifest.json, the second stands beside it. */
export const CHROMIUM_ID = 'hahphopkbccklacgalhobpniahnliddd';
export const FIREFOX_ID = 'in-camera@in-camera.example';
