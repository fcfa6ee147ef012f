// Says that scripts run, for the style sheets; first of all, so that nothing is seen without it.

document.documentElement.classList.replace("no-js", "js");
