import { startFirefox } from './drivers/firefox.ts';
import { serve } from './own-pages.ts';
const LINK='https://zoom.us/j/84512345678';
const {server,origin}=await serve({'/':`<!doctype html><title>M</title><main><h1>Budget</h1><p>Join: <a href="${LINK}">${LINK}</a></p></main>`});
const t=(l:string)=>console.log(l, Math.round(performance.now()));
t('begin');
const driver=await startFirefox({dist:'dist/firefox-loopback'});
t('started');
const page=await driver.newPage();
await page.goto(origin);
t('open');
for(let i=0;i<5;i++){ await driver.stopWorker(); t('stop'); }
console.log(await driver.badge('127.0.0.1'));
const about=await driver.newPage(); await about.goto('about:config',{waitUntil:[]});
await new Promise(r=>setTimeout(r,500));
// access to background global?
console.log(await about.evaluate(`(()=>{ const e=WebExtensionPolicy.getByID('in-camera@in-camera.example').extension; return [e.backgroundState, e.remote, [...e.views].map(v=>v.viewType)].join() })()`).catch(e=>String(e)));
await driver.worker(`(Promise.reject(new Error('haha')), console.error('cerr'), console.warn('cwarn'), setTimeout(()=>{throw new Error('thrown')}), 1)`).catch(e=>console.log('E',String(e)));
await new Promise(r=>setTimeout(r,500));
console.log(await about.evaluate(`JSON.stringify(Services.console.getMessageArray().map(m=>{ try { m.QueryInterface(Ci.nsIScriptError); return [m.flags, m.errorMessage, m.sourceName, m.category] } catch { return String(m) } }).slice(-30))`).catch(e=>String(e)));
console.log(await about.evaluate(`JSON.stringify(Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents().map(e=>[e.level,e.filename,e.addonId,e.innerID,e.arguments.map(String)]).slice(-30))`).catch(e=>String(e)));
console.log(JSON.stringify(await driver.worker(`browser.storage.session.set({junk:'x'.repeat(11*1024*1024)}).then(()=>'ok',e=>String(e))`)));
console.log(JSON.stringify(await driver.worker(`browser.storage.local.set({junk:'x'.repeat(11*1024*1024)}).then(()=>'ok',e=>String(e))`)));
console.log(JSON.stringify(await driver.worker(`browser.storage.session.getBytesInUse(null).then(String,e=>String(e))`)));
console.log(JSON.stringify(await driver.worker(`typeof browser.runtime.getBackgroundPage==='function'? browser.runtime.getBackgroundPage().then(w=>[String(w), typeof w.Date, w.location.href]) : 'none'`).catch(e=>String(e))));
t('q');
console.log(await about.evaluate(`(async()=>{const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs'); await (await AddonManager.getAddonByID('in-camera@in-camera.example')).reload(); return 'reloaded'})()`).catch(e=>String(e)));
t('reload');
await new Promise(r=>setTimeout(r,1500));
console.log(await driver.worker('browser.storage.local.get()').then(x=>JSON.stringify(x).slice(0,200)).catch(e=>String(e)));
console.log(browserPages(await driver.browser.pages()));
function browserPages(p:any[]){return p.map(x=>x.url())}
console.log(await driver.badge('127.0.0.1').catch(e=>String(e)));
const pop=await driver.openPopup(1).catch(e=>String(e));
console.log(String(pop));
await driver.close(); server.close();
