// Random programs over integers: closures, blocks, patterns, loops, classes, exceptions. Usage: node random.mjs SEED COUNT
let seed=+process.argv[2]||1, N=+process.argv[3]||1000;
function rnd(n){ seed=(Math.imul(seed,1103515245)+12345)>>>0; return Math.floor(seed/65536)%n; }
const pick=a=>a[rnd(a.length)];
let vars,fns,depth,uid,inLoop,inFn,consts;
const fresh=()=>'v'+(uid++);
function num(){ return String(pick([0,1,2,3,5,7,10,-1,-4,2.5])); }
function expr(d){
  if(d<=0) return vars.length&&rnd(3)?pick(vars):num();
  switch(rnd(24)){
   case 0: case 1: return `(${expr(d-1)} ${pick(['+','-','*','%','&','|','^'])} ${expr(d-1)})`;
   case 2: return `(${expr(d-1)} ${pick(['<','>','<=','===','!==','=='])} ${expr(d-1)} ? ${expr(d-1)} : ${expr(d-1)})`;
   case 3: return `(${expr(d-1)} ${pick(['&&','||'])} ${expr(d-1)})`;
   case 4: return `(${expr(d-1)} ?? ${expr(d-1)})`;
   case 5: return "`<${"+expr(d-1)+"}>`.length";
   case 6: return `[${expr(d-1)}, ...[${expr(d-1)}, ${expr(d-1)}]].length`;
   case 7: return `[${expr(d-1)}, ${expr(d-1)}].map((q) => ${withVars(['q'],()=>expr(d-1))})[${rnd(3)}]`;
   case 8: { const ms=muts(); return ms.length?`(${pick(ms)} ${pick(['=','+=','-=','*=','??=','||=','&&='])} ${expr(d-1)})`:expr(d-1);}
   case 9: { const ms=muts(); return ms.length?pick([`${pick(ms)}++`,`++${pick(ms)}`,`${pick(ms)}--`]):expr(d-1);}
   case 10: return fns.length?`${pick(fns)}(${expr(d-1)}, ${expr(d-1)})`:expr(d-1);
   case 11: return `((a, b = ${expr(d-1)}) => ${withVars(['a','b'],()=>expr(d-1))})(${expr(d-1)})`;
   case 12: return `({k: ${expr(d-1)}, ...{z: ${expr(d-1)}}}).${pick(['k','z'])}`;
   case 13: return `({m: ${expr(d-1)}})?.${pick(['m','w?.x','w'])}`;
   case 14: return `(([x, y = ${expr(d-1)}, ...r]) => ${withVars(['x','y'],()=>expr(d-1))})([${expr(d-1)}, ${pick(['undefined',expr(d-1)])}, 1, 2])`;
   case 15: return `(({p, q: {r} = {r: ${expr(d-1)}}}) => ${withVars(['p','r'],()=>expr(d-1))})({p: ${expr(d-1)}})`;
   case 16: return `typeof ${expr(d-1)}`;
   case 17: return `[${expr(d-1)}, ${expr(d-1)}, ${expr(d-1)}].reduce((s, t) => ${withVars(['s','t'],()=>expr(d-1))})`;
   case 18: return `(${expr(d-1)}, ${expr(d-1)})`;
   case 19: return `(function (n) { ${inFunc(()=>withVars(['n'],()=>block(d-1)))} return n; })(${expr(d-1)})`;
   default: return expr(d-1);
  }}
function muts(){ return vars.filter(v=>!consts.has(v)); }
function withVars(vs,f){ const o=vars, oc=consts; consts=new Set([...consts].filter(c=>!vs.includes(c))); vars=vars.filter(x=>!vs.includes(x)).concat(vs); const r=f(); vars=o; consts=oc; return r;}
function inFunc(f){ const l=inLoop,i=inFn; inLoop=0; inFn=1; const r=f(); inLoop=l; inFn=i; return r;}
function scoped(f){ const v=vars,g=fns,c=consts; vars=[...vars]; fns=[...fns]; consts=new Set(consts); const r=f(); vars=v; fns=g; consts=c; return r;}
function block(d){ return scoped(()=>{ let s=''; const n=1+rnd(3); for(let i=0;i<n;i++) s+=stmt(d)+' '; return s;}); }
function shadow(){ return vars.length&&rnd(4)===0?pick(vars):fresh(); }
function stmt(d){
  if(d<=0) return `log.push(${expr(1)});`;
  switch(rnd(18)){
   case 0: case 1: { const v=fresh(); const e=expr(d-1); const k=pick(['let','const','var']); vars.push(v); if(k==='const') consts.add(v); return `${k} ${v} = ${e};`; }
   case 2: return `if (${expr(d-1)}) { ${block(d-1)} } else { ${block(d-1)} }`;
   case 3: { const i=fresh(); return `for (let ${i} = 0; ${i} < ${1+rnd(4)}; ${i}++) { ${loop(()=>withVars([i],()=>{consts.add(i); return block(d-1)}))} }`; }
   case 4: { const i=fresh(), f=fresh(); return `{ const ${f} = []; for (let ${i} = 0; ${i} < 3; ${i}++) { ${loop(()=>withVars([i],()=>{consts.add(i);return block(d-2)}))} ${f}.push(() => ${i} * 10 + ${vars.length?pick(vars):1}); } log.push(...${f}.map(x => x())); }`; }
   case 5: { const i=fresh(); return `for (const ${i} of [${expr(d-1)}, ${expr(d-1)}]) { ${loop(()=>withVars([i],()=>{consts.add(i);return block(d-1)}))} }`; }
   case 6: { const f=fresh(); const b=inFunc(()=>withVars(['a','b'],()=>block(d-1)+`return ${expr(d-1)};`)); fns.push(f); return `const ${f} = (a, b) => { if (++calls > 200) return 0; ${b} };`; }
   case 7: return `try { ${block(d-1)} ${rnd(2)?`throw ${expr(d-1)};`:''} } catch (e) { log.push('c', typeof e === 'object' ? e.name : e); } finally { ${block(d-1)} }`;
   case 8: return inLoop&&rnd(2)?pick(['break;','continue;']).replace(/^/,`if (${expr(1)}) `):`log.push(${expr(d)});`;
   case 9: return inFn&&rnd(2)?`if (${expr(1)}) return ${expr(d-1)};`:`log.push(${expr(d)});`;
   case 10: return `{ ${block(d-1)} }`;
   case 11: return `switch (${expr(d-1)}) { case ${num()}: ${block(0)} case ${num()}: { ${block(d-1)} } break; default: ${block(0)} }`;
   case 12: { const a=fresh(),b=fresh(); const s=`let [${a}, ${b} = ${expr(d-1)}] = [${expr(d-1)}];`; vars.push(a,b); return s; }
   case 13: { const a=fresh(),b=fresh(); const s=`let {x: ${a}, y: {z: ${b} = ${expr(1)}} = {}} = {x: ${expr(d-1)}, y: ${pick(['undefined','{z: '+expr(1)+'}','{}'])}};`; vars.push(a,b); return s; }
   case 14: { const ms=muts(); if(ms.length>1) return `[${pick(ms)}, ${pick(ms)}] = [${expr(d-1)}, ${expr(d-1)}];`; return `log.push(${expr(d)});`; }
   case 15: { const w=fresh(); return `{ let ${w} = 0; while (${w}++ < ${1+rnd(3)}) { ${loop(()=>withVars([w],()=>{consts.add(w);return block(d-1)}))} } }`; }
   case 16: { const c='C'+uid++; return `class ${c} { constructor(a) { this.a = a; } get g() { return this.a; } m(b) { return ${withVars(['b'],()=>expr(d-1))} ; } static s = ${num()}; } class ${c}D extends ${c} { m(b) { return super.m(b) + this.g; } } log.push(new ${c}D(${expr(1)}).m(${expr(1)}), ${c}.s);`; }
   default: return `log.push(${expr(d)});`;
  }}
function loop(f){ const l=inLoop; inLoop=1; const r=f(); inLoop=l; return r;}
const out=[];
for(let k=0;k<N;k++){ vars=[];fns=[];uid=0;inLoop=0;inFn=0;consts=new Set(); let s='let log = [], calls = 0; '; const n=2+rnd(5); for(let i=0;i<n;i++) s+=stmt(3)+' '; s+=rnd(4)?'log':`if (${expr(1)}) { ${expr(2)} } else { ${expr(2)} }`; if(s.length<1500) out.push(s); }
console.log(JSON.stringify(out));
