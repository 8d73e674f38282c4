#include "web/ui/layout.hpp"

#include "web/ui/assets.hpp"

#include <algorithm>

namespace medskapa::web::ui {
namespace {

Html stones() {
    return html(
        R"(<path d="M3 35q-1-6 8-7 10-2 20 0 8 1 6 7-1 3-17 3T3 35z"/><path d="M8 24q0-5 8-5 8-1 13 0 6 1 4 5-2 3-13 3T8 24z"/><path d="M13 15q0-4 7-4 8-1 8 3 0 4-8 4-7 0-7-3z"/>)");
}

Html current(Current kind) {
    if (kind == Current::page) return html(R"( aria-current="page")");
    if (kind == Current::section) return html(R"( aria-current="true")");
    return {};
}

/// The staff's menu is long: where there is no space for it, it is folded under the name of the current page.
Html folded(const Page& page, const Html& items, const Words& words) {
    if (!page.is_desk) return {};
    std::string here;
    for (const auto& item : page.nav)
        if (item.current != Current::no) here = ": " + item.text;
    return html(R"(
        <details><summary>{}{}</summary><ul>{}</ul></details>)",
        words("Menu"), here, items);
}

Html item_view(const NavItem& item) {
    return html(R"(
          <li><a href="{}"{}>{}</a></li>)",
        item.href, current(item.current), item.text);
}

/// The items with each group under its name. The details of a menu share theirs, so that one is open at most.
Html grouped(const std::vector<NavItem>& items) {
    Html all;
    for (auto item = items.begin(); item != items.end();) {
        const auto end =
            std::find_if(item, items.end(), [&](const NavItem& other) { return other.group != item->group; });
        Html group;
        for (auto one = item; one != end; ++one) group += item_view(*one);
        all += item->group.empty() ? group
                                   : html(R"(
          <li><details name="meny"><summary>{}</summary><ul>{}</ul></details></li>)",
                                         item->group, group);
        item = end;
    }
    return all;
}

Html navigation(const Page& page, const Words& words) {
    if (page.nav.empty()) return {};
    return html(R"(
      <nav aria-label="{}">{}
        <ul>{}
        </ul>
      </nav>)",
        words("Main menu"), folded(page, each(page.nav, item_view), words), grouped(page.nav));
}

/// The same page in the other languages, each in its own words.
Html language_switch(const Page& page, const Words& words) {
    const auto others = each(page.languages, [&](const LanguageLink& link) {
        if (link.language == words.language()) return Html{};
        return html(R"(
        <li><a href="{0}" lang="{1}" hreflang="{1}">{2}</a></li>)",
            link.href, link.language.tag(), link.language.name());
    });
    if (others.empty()) return {};
    return html(R"(
      <ul class="languages">{}
      </ul>)",
        others);
}

Html search_form(const SearchForm& form, const Words& words) {
    if (form.action.empty()) return {};
    return html(R"(
      <form class="find" role="search" method="get" action="{action}" aria-label="{whole}"><label class="vh" for="sok-q">{label}</label><input id="sok-q" name="q" type="search" placeholder="{label}">{process}<button class="btn small" type="submit" aria-label="{whole}">{submit}</button></form>)",
        "action"_a = form.action, "whole"_a = words("Search the whole site"),
        "label"_a = words("Words or number"), "submit"_a = words("Search"),
        "process"_a = form.process.empty()
                          ? Html{}
                          : html(R"(<input type="hidden" name="process" value="{}">)", form.process));
}

/// Its name stands beside it.
Html mark_of(const Logotype& logotype) {
    if (logotype.href.empty()) return cairn();
    return html(R"(<img class="logotype" src="{}" alt="" width="{}" height="{}">)", logotype.href,
        logotype.width, logotype.height);
}

Html header(const Page& page, const Words& words) {
    return html(R"(
  <a class="skip" href="#innehall">{skip}</a>
  <header class="top">
    <div class="wrap">
      <a class="mark" href="{home}">{cairn}<span>{name}<small>{tagline}</small></span></a>{languages}{search}{navigation}{after}
    </div>
  </header>)",
        "skip"_a = words("Skip to the content"), "home"_a = page.home, "cairn"_a = mark_of(page.logotype),
        "name"_a = page.name, "tagline"_a = page.tagline, "languages"_a = language_switch(page, words),
        "search"_a = search_form(page.search, words), "navigation"_a = navigation(page, words),
        "after"_a = page.after_nav);
}

Html crumbs(const Page& page, const Words& words) {
    if (page.crumbs.empty()) return {};
    return html(R"(
  <nav class="crumbs wrap" aria-label="{}">
    <ol>{}
    </ol>
  </nav>)",
        words("You are here"), each(page.crumbs, [](const Link& link) {
            return html(R"(
      <li><a href="{}">{}</a></li>)",
                link.href, link.text);
        }));
}

Html main_part(const Page& page) {
    const auto front = when(page.is_front, html(R"( class="front")"));
    if (page.width == Width::free)
        return html(R"(
  <main id="innehall" tabindex="-1"{}>{}
  </main>)",
            front, page.body);

    return html(R"(
  <main id="innehall" tabindex="-1"{}>
    <div class="{}">{}
    </div>
  </main>)",
        front, page.width == Width::column ? "wrap narrow" : "wrap", page.body);
}

Html phone_line(const Contact& contact) {
    if (contact.phone.empty()) return {};
    return html(R"(<br><a href="{}">{}</a>{})", tel_href(contact.phone), contact.phone,
        contact.phone_hours.empty() ? Html{} : html(" ({})", contact.phone_hours));
}

Html contact_section(const Contact& contact, const Words& words) {
    if (contact.role.empty()) return {};
    return html(R"(
        <section>
          <h2>{title}</h2>
          <p>{role}{phone}{email}</p>
        </section>)",
        "title"_a = words("Ask us"), "role"_a = contact.role, "phone"_a = phone_line(contact),
        "email"_a =
            contact.email.empty() ? Html{} : html(R"(<br><a href="mailto:{0}">{0}</a>)", contact.email));
}

Html link_section(const LinkList& list) {
    return html(R"(
        <section>
          <h2>{}</h2>
          <ul>{}
          </ul>
        </section>)",
        list.title, each(list.links, [](const Link& link) {
            return html(R"(
            <li><a href="{}">{}</a></li>)",
                link.href, link.text);
        }));
}

Html footer(const Page& page, const Words& words) {
    const auto lists =
        html("{}{}", contact_section(page.contact, words), each(page.footer_lists, link_section));
    const auto grid = page.is_desk || lists.empty() ? Html{}
                                                    : html(R"(
      <div class="grid">{}
      </div>)",
                                                          lists);
    return html(R"(
  <footer class="foot">
    <div class="wrap">{}
      <div class="last"><p class="meta">{}</p></div>
    </div>
  </footer>)",
        grid, page.note);
}

Html script(const char* name) {
    return html(R"(
  <script type="module" src="{}"></script>)",
        asset_href(name));
}

Html scripts(const Page& page) {
    Html all;
    if (page.has_errors) all += script("focus-errors.js");
    if (page.body.markup().find("<textarea") != std::string::npos) all += script("keep-typed.js");
    if (page.body.markup().find(" data-most=") != std::string::npos) all += script("weigh-files.js");
    if (page.body.markup().find(" data-passkey=") != std::string::npos) all += script("passkey.js");
    if (page.body.markup().find(" data-draft=") != std::string::npos) all += script("keep-draft.js");
    if (page.is_desk) {
        all += script("desk-keys.js");
        all += script("press-keys.js");
        all += script("mark-text.js");
        all += script("live-preview.js");
    }
    return all;
}

std::string full_title(const Page& page, const Words& words) {
    auto title = page.has_errors ? words("Error: {}", page.title) : page.title;
    if (!page.name.empty() && page.name != page.title) title += " – " + page.name;
    return title;
}

Html meta(const char* name, const std::string& content) {
    if (content.empty()) return {};
    return html(R"(
  <meta name="{}" content="{}">)",
        name, content);
}

Html property(const char* name, const std::string& content) {
    if (content.empty()) return {};
    return html(R"(
  <meta property="{}" content="{}">)",
        name, content);
}

/// What others show where they link to the page (ogp.me), and what indexes need to know.
Html about(const Page& page) {
    const auto& about = page.about;
    if (!about.is_for_indexes) return meta("robots", "noindex");
    if (about.address.empty()) return {};
    auto all = html(R"(
  <link rel="canonical" href="{}">)",
        about.address);
    all += meta("description", about.description);
    all += property("og:type", "website");
    all += property("og:title", page.title);
    all += property("og:site_name", page.name);
    all += property("og:description", about.description);
    all += property("og:url", about.address);
    all += property("og:image", about.picture);
    return all;
}

Html own_style(const Page& page) {
    if (page.style.empty()) return {};
    return html(R"(
  <link rel="stylesheet" href="{}">)",
        page.style);
}

Html head(const Page& page, const Words& words) {
    return html(R"(
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title}</title>
  <link rel="stylesheet" href="{style}">{own_style}
  <link rel="icon" type="image/svg+xml" href="{icon}">
  <link rel="apple-touch-icon" href="{touch_icon}">{about}{more}{scripts}
</head>)",
        "title"_a = full_title(page, words), "style"_a = asset_href("stil.css"),
        "own_style"_a = own_style(page), "icon"_a = asset_href("favicon.svg"),
        "touch_icon"_a = asset_href("ikon.png"), "about"_a = about(page), "more"_a = page.head,
        "scripts"_a = scripts(page));
}

}  // namespace

Html layout(const Page& page, const Words& words) {
    return html(R"(<!doctype html>
<html lang="{lang}">{head}
<body{desk}>{header}{crumbs}{main}{footer}
</body>
</html>
)",
        "lang"_a = words.tag(), "head"_a = head(page, words),
        "desk"_a = when(page.is_desk, html(R"( class="desk")")), "header"_a = header(page, words),
        "crumbs"_a = crumbs(page, words), "main"_a = main_part(page), "footer"_a = footer(page, words));
}

Html cairn() {
    return html(
        R"(<svg class="cairn" viewBox="0 0 40 40" aria-hidden="true">{}<path class="yours" d="M16 6q0-4 5-4 5 0 5 4 0 3-5 3-5 0-5-3z"/></svg>)",
        stones());
}

Html broken_cairn() {
    return html(R"(<svg class="cairn" viewBox="0 0 40 40" aria-hidden="true">{}</svg>)", stones());
}

std::string tel_href(const std::string& phone) {
    std::string digits;
    for (const char c : phone)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    if (digits.starts_with('0') && !digits.starts_with("00")) digits = "+46" + digits.substr(1);
    return "tel:" + digits;
}

}  // namespace medskapa::web::ui
