"""Text that tries to run, to break out of its place on the page, or to be taken for a template.

Every payload that runs calls `pwned`, which a browser test defines, or asks for something from CANARY_HOST.
"""

from __future__ import annotations

CANARY_HOST = "canary.invalid"
PRODUCT = "9801547"
"""The result of the arithmetic in templates; it must appear nowhere."""
CANARY_FILE = "ran-as-a-template"
"""The name of the file that templates try to create in the working folder."""

_OS = "cycler.__init__.__globals__.os"
GROUPS = {
    "script": (
        "<script>pwned('script')</script>",
        "</title><script>pwned('title')</script>",
        "</textarea></style></script><script>pwned('closed')</script>",
        "<svg><script>pwned('svg')</script></svg>",
        f"<script src=//{CANARY_HOST}/x.js></script>",
        "<template><script>pwned('template')</script></template>",
    ),
    "event": (
        "<img src=x onerror=pwned('img')>",
        "\"><svg onload=pwned('attribute')>",
        "' autofocus onfocus=pwned('focus') x='",
        "<details open ontoggle=pwned('details')>x</details>",
        "<body onload=pwned('body')>",
        f"<iframe srcdoc='<script>parent.pwned(1)</script>'></iframe><img src=//{CANARY_HOST}/y.png>",
    ),
    "link": (
        "[one](javascript:pwned('link'))",
        "[two](JaVaScRiPt&colon;pwned('entity'))",
        "[three](data:text/html,<script>pwned('data')</script>)",
        "[four](https://ok.example/ \"onmouseover=pwned('title')\")",
        "<javascript:pwned('auto')> <a href=javascript:pwned('a')>five</a>",
        "![six](x\" onerror=\"pwned('markdown')) [seven]: javascript:pwned('reference')",
        "[eight](//canary.invalid/z) [nine](vbscript:pwned('vb'))",
    ),
    "template": (
        "{{ 1337*7331 }} ${1337*7331} #{1337*7331} <%= 1337*7331 %>",
        f"{{{{ {_OS}.system('touch {CANARY_FILE}') }}}}",
        "{% set x = 1337*7331 %}{{ x }} {% include '/etc/passwd' %} {% raw %} {% endraw %}",
        "{# a comment #} {{ env }} {{ config }} {{ '{{' }} {% if",
        "{: onclick=pwned('attr_list') .x #top } {#anchor}",
    ),
    "broken": (
        "<![> <!-- <!doctype html> ]]> <?php ?> --!>",
        "</div></main></body></html> <table><tr><td> <b><i></b>",
        "&lt;b&gt; &amp;amp; &#39; &quot; &nosuch; &#x41; &",
        "</script> </style> <base href=//canary.invalid/> <meta http-equiv=refresh content=0;url=//canary.invalid/>",
        "\" ' ` \\ / = < > \\u003cscript\\u003e %3Cscript%3E",
        "Ünïcödé 日本語 العربية עברית ß ſ İ ı 🎭 é é \N{MATHEMATICAL BOLD CAPITAL A}",
    ),
}
"""Payloads that attack in the same way; each text field gets all of a group at once."""
SHOWN_AS_TYPED = ("script", "event", "broken")
"""Groups without inline Markdown, so that exactly what was typed is shown."""
REFUSED = {
    "an escape sequence of terminals": "\x1b[31mred\x1b[0m",
    "a null": "nothing\x00",
    "a reversal of the reading direction": "abc\u202egpj.exe",
    "a private character, such as mark places inside the program": "\ue000content\ue001",
    "an invisible character": "in\u200bvisible",
}
"""Text that is not published at all."""
