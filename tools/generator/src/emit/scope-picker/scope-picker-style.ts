/** How the page looks, in light and in dark as the reader's system has it. */
export const pickerStyle = `:root { color-scheme: light dark; --edge: light-dark(#c9d0d8, #454d57); --quiet: light-dark(#4d5863, #aab4bf); --accent: light-dark(#0b6b3a, #3ecf7f); --warn: light-dark(#8a3b00, #ffb072); --ground: light-dark(#f3f5f7, #14181c); --sheet: light-dark(#fff, #1c2127) }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; background: var(--ground); color: light-dark(#15191d, #e8ecf0) }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.3 }
h2 { margin: 0 0 .5rem; font-size: 1.2rem }
h3 { margin: 1rem 0 .5rem; font-size: 1rem }
p { margin: 0 0 1rem }
a { color: var(--accent) }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
.skip { position: absolute; left: -100vw }
.skip:focus { position: static }
main { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr) }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: 1rem }
.tools p { margin: 0; flex-basis: 100%; color: var(--quiet) }
#filter { flex: 1 1 16rem; min-width: 0 }
input[type=search], button { padding: .5rem .75rem; border: 1px solid var(--edge); border-radius: 8px; font: inherit; background: var(--sheet); color: inherit }
input[type=checkbox] { width: 1.1rem; height: 1.1rem; accent-color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
fieldset { margin: 0 0 1rem; padding: .5rem 1rem; border: 1px solid var(--edge); border-radius: 12px; background: var(--sheet) }
legend { padding: 0 .5rem; font-weight: 600 }
ul { margin: 0; padding: 0; list-style: none }
#operations li label { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; padding: .2rem 0 }
#operations li input { align-self: center; margin: 0 }
#operations li code { flex: 1 1 20rem }
#operations li span, #operations li small { color: var(--quiet); font-size: .85rem }
#operations li .pat, #answer .pat { color: var(--warn) }
#operations li small { display: none }
#result { padding: 1rem 1.5rem; border: 1px solid var(--edge); border-radius: 12px; background: var(--sheet) }
#answer li { padding: .4rem 0; border-bottom: 1px solid var(--edge) }
#answer li span { display: block; color: var(--quiet); font-size: .9rem }
pre { margin: 0 0 .5rem; padding: .75rem; overflow: auto; border-radius: 8px; background: var(--ground); white-space: pre-wrap }
[hidden] { display: none !important }
@media (min-width: 60rem) {
  main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) }
  #result { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow: auto }
}
`
