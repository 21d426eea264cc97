// Runs before the page is shown: says that scripts run, and sets the theme that the reader chose.
// A choice is kept in localStorage and in a cookie, since of pages from the disk
// some browsers share only the one and some only the other.
(function () {
  "use strict";
  var root = document.documentElement;
  var keep = {
    get: function (name) {
      var found = null;
      try { found = localStorage.getItem("jikenbo-" + name); } catch (e) { /* storage is off */ }
      if (found === null) {
        var m = document.cookie.match("(?:^|; )jikenbo-" + name + "=([a-z]*)");
        found = m ? m[1] : null;
      }
      return found;
    },
    set: function (name, value) {
      try { localStorage.setItem("jikenbo-" + name, value); } catch (e) { /* storage is off */ }
      document.cookie = "jikenbo-" + name + "=" + value + "; path=/; max-age=31536000; SameSite=Lax";
    }
  };
  window.jikenbo = { keep: keep };
  root.classList.add("js");
  var theme = keep.get("theme");
  if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  var read = keep.get("read");
  if (read === "ja" || read === "en") root.classList.add("read-" + read);
})();
