import { startChromium } from './drivers/chromium.ts';
import { serve } from './own-pages.ts';
const P:Record<string,string>={
 zoom:'Join: <a href="https://zoom.us/j/84512345678">https://zoom.us/j/84512345678</a>',
 good:'Join: <a href="https://us02web.zoom.us/j/84512345678">https://us02web.zoom.us/j/84512345678</a><br>Passcode: 83J2-kd8aQ',
 jitsi:'Join: <a href="https://meet.jit.si/Budget">https://meet.jit.si/Budget</a>',
 jitsi2:'Join: <a href="https://meet.jit.si/7aG93jXq2LmPz8Rt5vWc">https://meet.jit.si/7aG93jXq2LmPz8Rt5vWc</a>',
 webex:'Join: <a href="https://example.webex.com/meet/jan">https://example.webex.com/meet/jan</a>',
 zpmi:'Join: <a href="https://zoom.us/my/jan">https://zoom.us/my/jan</a>',
 whereby:'Join: <a href="https://whereby.com/examplestad">https://whereby.com/examplestad</a>',
 meet:'Join: <a href="https://meet.google.com/abc-defg-hij">https://meet.google.com/abc-defg-hij</a>',
 none:'Let us have lunch. <a href="https://www.example.org/menu">menu</a>',
};
const {server,origin}=await serve(Object.fromEntries(Object.entries(P).map(([k,v])=>[`/${k}`,`<!doctype html><html lang=en><meta charset=utf-8><title>Webmail</title><main><h1>Meeting ${k}</h1><p>${v}</p></main>`])));
const driver=await startChromium({dist:'dist/chromium-loopback'});
const page=await driver.newPage();
for(const k of Object.keys(P)){ await page.goto(origin+'/'+k); await new Promise(r=>setTimeout(r,500));
 const id=await driver.tabId(page); const s:any=await driver.worker(`chrome.storage.session.get('report:${id}:0')`);
 const r=s[`report:${id}:0`]; console.log(k,(await driver.badge('127.0.0.1')).text, r?.entries.map((e:any)=>e.review.findings.map((f:any)=>f.rule+' '+f.level).join()+' | '+e.review.meetings.map((m:any)=>m.platform+' '+m.passcode.state)+' | '+e.review.unknown+' '+e.title)); }
console.log(JSON.stringify(await driver.worker(`chrome.storage.local.get().then(a=>Object.entries(a).filter(([k])=>k.startsWith('log:')).flatMap(([,v])=>JSON.parse(v)).map(e=>[e.how,e.rules.join(),e.platforms.join()].join(' ')))`),null,1));
await driver.close(); server.close();
