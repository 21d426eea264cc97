// Runs before the page is shown: says that scripts run, and sets the theme that the reader chose.
// A choice is kept in a cookie and in localStorage: of pages from the disk, Firefox shares only cookies, and has
// a storage for each page, which may be out of date; Chromium keeps no cookies of them and shares the storage.
(() => {
  "use strict";
  const root = document.documentElement;
  const keep = {
    get(name) {
      const cookie = document.cookie.match("(?:^|; )jikenbo-" + name + "=([a-z]*)");
      if (cookie) return cookie[1];
      try { return localStorage.getItem("jikenbo-" + name); } catch (e) { return null; /* storage is off */ }
    },
    set(name, value) {
      try { localStorage.setItem("jikenbo-" + name, value); } catch (e) { /* storage is off */ }
      document.cookie = "jikenbo-" + name + "=" + value + "; path=/; max-age=31536000; SameSite=Lax";
    }
  };
  window.jikenbo = { keep };
  root.classList.add("js");
  const theme = keep.get("theme");
  if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  const read = keep.get("read");
  if (read === "ja" || read === "en") root.classList.add("read-" + read);
})();
