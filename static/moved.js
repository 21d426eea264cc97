// On the page at an address of old: goes on to the new one, to the same place on it.
(function () {
  "use strict";
  var link = document.querySelector("a[data-moved]");
  link.href = link.getAttribute("href") + location.hash;
  location.replace(link.href);
})();
