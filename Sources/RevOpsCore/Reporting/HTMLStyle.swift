/// The style sheet that every page carries: light and dark by the reader's setting, plain on paper.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --faint: #5c6675; --line: #d5dae1;
      --fill: #3569b5; --fall: #b5483a; --good: #1f7a3d; --fair: #8a6100; --poor: #b3261e; --track: #eceff3; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --paper: #14181f; --faint: #9aa4b2; --line: #333b47;
      --fill: #7aa7e8; --fall: #e08a7d; --good: #6fcf8e; --fair: #e0b34c; --poor: #f2867c; --track: #262d37; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; }
    header p { color: var(--faint); margin: .25rem 0 0; }
    h2 { font-size: 1.15rem; margin: 2.25rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
    table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; font-variant-numeric: tabular-nums; }
    .wide { overflow-x: auto; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
    th { font-weight: 600; }
    thead th { color: var(--faint); font-size: .85rem; }
    tfoot td { font-weight: 600; border-bottom: 0; border-top: 2px solid var(--line); }
    .figures th { font-weight: 400; }
    .figures td.number { font-weight: 600; }
    .number { text-align: right; white-space: nowrap; }
    .note { color: var(--faint); font-size: .875rem; }
    p.note { margin: .25rem 0; }
    .good { color: var(--good); } .fair, .warning { color: var(--fair); } .poor, .error { color: var(--poor); }
    .info { color: var(--fill); }
    .findings { list-style: none; padding: 0; }
    .findings li { padding: .6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    figure { margin: 0 0 1rem; }
    figcaption { font-weight: 600; margin-bottom: .5rem; }
    .chart th { font-weight: 400; width: 12rem; } .chart .number { width: 8rem; }
    .track { display: block; background: var(--track); min-width: 6rem; }
    .bar { display: block; height: .9em; margin-top: .3em; background: var(--fill); }
    .track .bar { margin-top: 0; }
    .bar.fall { background: var(--fall); }
    svg { width: 100%; height: auto; } polyline { fill: none; stroke: var(--fill); stroke-width: 2; }
    @media print { :root { --ink: #000; --paper: #fff; --faint: #444; --line: #bbb; --track: #eee; }
      body { font-size: 11pt; } main { max-width: none; padding: 0; } tr, li, figure { break-inside: avoid; }
      h2 { break-after: avoid; } .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}
