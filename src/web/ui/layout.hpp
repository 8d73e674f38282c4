#pragma once

#include "web/markup/html.hpp"
#include "web/words/words.hpp"

#include <string>
#include <vector>

namespace medskapa::web::ui {

struct Link {
    std::string href;
    std::string text;
};

enum class Current { no, page, section };

struct NavItem {
    std::string href;
    std::string text;
    Current current = Current::no;
    std::string group = {};  // those after each other with the same name stand folded under it
};

/// Who answers the phone.
struct Contact {
    std::string role;
    std::string phone;        // as written: 0980-319 200
    std::string phone_hours;  // "weekdays 8–16"
    std::string email;
};

struct LinkList {
    std::string title;
    std::vector<Link> links;
};

enum class Width { page, column, free };  // free: the body brings its own .wrap, as the start page does

/// A page's address in a language.
struct LanguageLink {
    Language language;
    std::string href;
};

/// The form that finds things on the whole site, in the header of every public page.
struct SearchForm {
    std::string action;   // empty: no form
    std::string process;  // the slug of the process that the page belongs to, whose things come first
};

/// What a page says of itself to those who link to it, and to those who index it.
struct AboutPage {
    std::string description = {};
    std::string address = {};    // the page's own, whole; empty where it has none that lasts
    std::string picture = {};    // the address of one, whole
    bool is_for_indexes = true;  // else they are asked to leave it out
};

/// The region's own mark, in the place of the cairn.
struct Logotype {
    std::string href = {};  // empty: none
    int width = 0;          // pixels of the file
    int height = 0;
};

/// What every page says around its own words.
struct Page {
    std::string title;
    Html body = {};
    Width width = Width::page;
    std::vector<NavItem> nav = {};
    Html after_nav = {};  // the staff's own: their account and the way out
    std::vector<Link> crumbs = {};
    Logotype logotype = {};
    std::string name = {};     // whose page: the process's name
    std::string tagline = {};  // one line under it
    std::string home = "/";
    Contact contact = {};
    std::vector<LinkList> footer_lists = {};
    Html note = {};                            // the footer's last line
    std::vector<LanguageLink> languages = {};  // this page in each language, its own too
    Html head = {};                            // more <link> and <meta>
    std::string style = {};                    // the address of the site's own sheet; empty for none
    SearchForm search = {};
    AboutPage about = {};
    bool is_desk = false;     // staff: denser, short footer, keyboard
    bool is_front = false;    // the land goes all the way up
    bool has_errors = false;  // the title says so first
};

/// The whole document.
Html layout(const Page&, const Words&);

/// The cairn; without the visitor's own stone where something is missing.
Html cairn();
Html broken_cairn();

/// tel: with the country's code, for Swedish numbers as people write them: "0980-319 200" ->
/// "tel:+46980319200".
std::string tel_href(const std::string& phone);

}  // namespace medskapa::web::ui
