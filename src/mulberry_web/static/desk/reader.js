// An enhancement of the policy reader: j and k go from sentence to sentence, as long as the focus is in the text.
// Single keys work nowhere else, so that nobody who dictates or types is carried away.
(function () {
  "use strict";
  const text = document.getElementById("results");
  if (!text) return;
  const hint = text.querySelector(".keys");
  if (hint) hint.hidden = false;
  text.addEventListener("keydown", function (event) {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = Array.from(text.querySelectorAll("article.sentence"));
    const here = all.indexOf(event.target.closest("article.sentence"));
    const next = here < 0 ? (step > 0 ? 0 : -1) : here + step;
    if (!all[next]) return;
    event.preventDefault();
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  });
})();
