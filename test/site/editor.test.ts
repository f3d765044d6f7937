import { afterAll, beforeAll, test } from 'vitest';
import { LanguageServer } from './support/language-server.ts';
let s: LanguageServer;
beforeAll(async () => { s = await LanguageServer.start(); }, 60000);
afterAll(() => s.stop());
test('x', async () => {
  const f = await s.open('platform.ts');
  console.log(await f.hover(f.positionAt(f.text.indexOf('monitoring'))));
  console.log(await f.hover(f.positionAt(f.text.indexOf('publicKey'))));
  const k = await s.open('site/site.ts'); console.log(JSON.stringify(await k.hover(k.positionAt(k.text.indexOf('kubernetes?')))), JSON.stringify(await k.hover(k.positionAt(k.text.indexOf('edge?')))), JSON.stringify((await k.symbols())[40]));
  const g = await s.open('site/sections/home.ts');
  console.log(JSON.stringify((await g.symbols()).map(({name, children})=>({name, children: children?.map(c=>c.name)}))));
  const text = "import { site } from './site/index.ts';\nexport default site({\n  \n});\n";
  const h = await s.open('draft.ts', text);
  console.log(await h.completion({ line: 2, character: 2 }));
}, 60000);
