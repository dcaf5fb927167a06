"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const control = (id) => document.getElementById(id);

  // Sorting: the heading becomes a button; figures begin with the highest, names with A.
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
  };
  const order = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true }));
  const sortable = (table) => all("thead th", table).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const rows = [...table.tBodies[0].rows];
      const now = head.getAttribute("aria-sort");
      const up = now ? now === "descending" : rows.some((row) => row.cells[column].dataset.v === undefined);
      all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      rows.sort((a, b) => order(key(a, column), key(b, column)) * (up ? 1 : -1));
      table.tBodies[0].append(...rows);
    });
  });
  all("table.sortable").forEach(sortable);

  // Rows of a table that hold the words of the field above it.
  all("input[data-rows]").forEach((input) => input.addEventListener("input", () => {
    const words = input.value.trim().toLowerCase();
    all("tbody tr", control(input.dataset.rows)).forEach((row) => {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(words);
    });
  }));
  all(".controls").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
  });

  // Rules and their quotes by words, agent and category.
  const words = control("by-words");
  const agent = control("by-agent");
  const category = control("by-category");
  const narrow = () => {
    const sought = words.value.trim().toLowerCase();
    let rules = 0;
    let quotes = 0;
    all("#rules .rule").forEach((rule) => {
      const named = rule.querySelector("summary").textContent.toLowerCase().includes(sought);
      const shown = all(".quote", rule).filter((quote) => {
        quote.hidden = (agent.value !== "" && quote.dataset.agent !== agent.value)
          || !(named || quote.textContent.toLowerCase().includes(sought));
        return !quote.hidden;
      });
      rule.hidden = (category.value !== "" && rule.dataset.category !== category.value)
        || (shown.length === 0 && !(named && agent.value === ""));
      rules += rule.hidden ? 0 : 1;
      quotes += rule.hidden ? 0 : shown.length;
    });
    all("#rules .category").forEach((part) => {
      part.hidden = all(".rule", part).every((rule) => rule.hidden);
    });
    control("narrowed").textContent = rules ? `${rules} rule${rules === 1 ? "" : "s"}, ${quotes} quote${quotes === 1 ? "" : "s"}`
      : "Nothing of that among the quotes kept for this page";
  };
  const everything = () => {
    words.value = agent.value = category.value = "";
    narrow();
  };
  if (words) {
    [words, agent, category].forEach((field) => field.addEventListener("input", narrow));
    control("everything").addEventListener("click", everything);
    narrow();
  }

  // What a link leads to is opened, and shown where a filter hides it.
  const reveal = (id, picked) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (words && target.closest("#rules") && (picked !== undefined || target.closest("[hidden]"))) everything();
    if (words && target.closest("#rules") && picked !== undefined) {
      agent.value = picked;
      category.value = target.dataset.category || "";
      narrow();
      const shown = all(".rule", target).filter((rule) => !rule.hidden);
      shown.forEach((rule) => { rule.open = true; });
      (shown.length ? shown[0].querySelector("summary") : agent).focus({ preventScroll: true });
    }
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    (target.hidden ? control("narrowed") : target).scrollIntoView();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    if (link.dataset.pick !== undefined) {
      event.preventDefault();
      history.pushState(null, "", link.hash);
    }
    setTimeout(() => reveal(link.hash.slice(1), link.dataset.pick));
  });
  window.addEventListener("hashchange", () => reveal(location.hash.slice(1)));
  reveal(location.hash.slice(1));

  // A link to copy, a card to print.
  const offer = (tools, label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => act(button));
    tools.append(button);
  };
  all(".tools").forEach((tools) => {
    const box = tools.closest("details");
    offer(tools, "Copy link", async (button) => {
      history.replaceState(null, "", `#${box.id}`);
      try {
        await navigator.clipboard.writeText(location.href);
        button.textContent = "Copied";
      } catch {
        button.textContent = "The link is in the address bar";
      }
    });
    if (box.classList.contains("card")) offer(tools, "Print this card", () => {
      document.body.classList.add("one");
      box.classList.add("printed");
      window.print();
    });
  });
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach((box) => { box.open = true; });
  });
  window.addEventListener("afterprint", () => {
    closed.forEach((box) => { box.open = false; });
    document.body.classList.remove("one");
    all(".printed").forEach((box) => box.classList.remove("printed"));
  });
})();
