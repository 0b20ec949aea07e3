import { startChromium } from './drivers/chromium.ts';
import { serve } from './own-pages.ts';
const LINK='https://zoom.us/j/84512345678';
const {server,origin}=await serve({'/':`<!doctype html><title>M</title><main><h1>Budget</h1><p>Join: <a href="${LINK}">${LINK}</a></p></main>`});
const driver=await startChromium({dist:'dist/chromium-loopback'});
const t=(l:string)=>console.log(l, Math.round(performance.now()));
const page=await driver.newPage();
await page.goto(origin);
t('open');
for(let i=0;i<5;i++){ await driver.stopWorker(); t('stop'); }
console.log(await driver.badge('127.0.0.1'));
for(let i=0;i<3;i++){ await driver.worker('1'); t('worker'); }
const ext=await driver.newPage(); await ext.goto('chrome://extensions');
console.log(await ext.evaluate(`new Promise((done)=>chrome.developerPrivate.updateProfileConfiguration({inDeveloperMode:true},()=>done(null)))`));
console.log(await ext.evaluate(`new Promise((done)=>chrome.developerPrivate.updateExtensionConfiguration({extensionId:'${driver.extensionId}',errorCollection:true, incognitoAccess:true},()=>done(chrome.runtime.lastError?.message??null)))`));
t('x');
await new Promise(r=>setTimeout(r,1500));
await driver.worker(`(Promise.reject(new Error('haha')), console.error('cerr'), console.warn('cwarn'), setTimeout(()=>{throw new Error('thrown')}), 1)`).catch(e=>console.log('E',String(e)));
const pop=await driver.openPopup(await driver.tabId(page));
await pop.evaluate(`void Promise.reject(new Error('in popup'))`).catch(()=>0);
await pop.evaluate(`setTimeout(()=>{Promise.reject(new Error('in popup2')); console.error('popup says')})`);
await new Promise(r=>setTimeout(r,500));
console.log(JSON.stringify(await ext.evaluate(`chrome.developerPrivate.getExtensionInfo('${driver.extensionId}').then(i=>[i.state,i.errorCollection,i.incognitoAccess,i.runtimeErrors.map(e=>[e.severity,e.message,e.source,e.fromIncognito])])`),null,1));
// incognito
console.log(await driver.worker(`chrome.windows.create({incognito:true,url:'${origin}/?priv'}).then(w=>JSON.stringify(w.tabs?.map(t=>[t.id,t.incognito])))`).catch(e=>String(e)));
await new Promise(r=>setTimeout(r,1500));
console.log(await driver.worker(`chrome.tabs.query({}).then(async ts=>JSON.stringify(await Promise.all(ts.map(async t=>[t.id,t.incognito,t.url,await chrome.action.getBadgeText({tabId:t.id})]))))`));
console.log(await driver.worker(`chrome.windows.create({url:'${origin}/?w2'}).then(w=>JSON.stringify(w.tabs?.map(t=>[t.id,t.incognito])))`).catch(e=>String(e)));
await new Promise(r=>setTimeout(r,1000));
console.log(driver.context.pages().map(p=>p.url()));
console.log(JSON.stringify(await driver.worker('chrome.storage.local.get()')).slice(0,1500));
console.log(JSON.stringify(await driver.worker('chrome.storage.session.get()')).slice(0,3000));
console.log(await driver.worker(`chrome.storage.session.set({junk:'x'.repeat(10*1024*1024)}).then(()=>'ok',e=>String(e))`));
console.log(await driver.worker(`chrome.storage.local.set({junk:'x'.repeat(10*1024*1024)}).then(()=>'ok',e=>String(e))`));
await driver.close(); server.close();
