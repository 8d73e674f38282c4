#pragma once

#include "support/pages.hpp"

#include <vector>

/// The forms of a page, each by itself, as a browser would send it.
namespace example {

struct PageForm {
    std::string action;        // without what comes after #
    web::http::Fields fields;  // without the session's token
    bool takes_files = false;

    std::string_view value_of(std::string_view name) const {
        for (const auto& [key, value] : fields)
            if (key == name) return value;
        return {};
    }
    bool has(std::string_view name) const {
        return std::any_of(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
    }
};

namespace detail {

/// Whether there is a button that says nothing: then that is pressed.
inline bool has_plain_button(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    if (node.v.element.tag == GUMBO_TAG_BUTTON) return !has(node, "name");
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        if (has_plain_button(*static_cast<GumboNode*>(children.data[i]))) return true;
    return false;
}

inline void add_first_button(const GumboNode& node, PageForm& form) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    if (node.v.element.tag == GUMBO_TAG_BUTTON && has(node, "name")) {
        if (!form.has(attribute(node, "name")))
            form.fields.emplace_back(attribute(node, "name"), attribute(node, "value"));
        return;
    }
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        add_first_button(*static_cast<GumboNode*>(children.data[i]), form);
}

inline void find_forms(const GumboNode& node, std::vector<PageForm>& forms) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    if (node.v.element.tag == GUMBO_TAG_FORM && attribute(node, "method") == "post") {
        PageForm form;
        form.action = attribute(node, "action");
        form.action = form.action.substr(0, form.action.find('#'));
        form.takes_files = has(node, "enctype");
        gather(node, true, form.fields);
        if (!has_plain_button(node)) add_first_button(node, form);
        std::erase_if(form.fields, [](const auto& field) { return field.first == "bevis"; });
        forms.push_back(std::move(form));
        return;
    }
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        find_forms(*static_cast<GumboNode*>(children.data[i]), forms);
}

}  // namespace detail

inline std::vector<PageForm> forms_in(const std::string& page) {
    std::vector<PageForm> forms;
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    detail::find_forms(*parsed->root, forms);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    return forms;
}

/// All forms that somebody with this session is offered in the content world, each address and set of fields
/// once.
inline std::vector<PageForm> forms_offered(
    const TestSite& site, const SiteContent& content, const std::string& session) {
    std::vector<PageForm> all;
    std::set<std::pair<std::string, web::http::Fields>> known;
    for (const auto& route : site.router.routes()) {
        if (route.method != web::http::Method::get) continue;
        for (auto& form : forms_in(site.get(address_in(content, route.address), session).body)) {
            auto fields = form.fields;
            std::erase_if(fields, [](const auto& field) { return field.first == "nyckel"; });  // of its own
            if (known.emplace(form.action, std::move(fields)).second) all.push_back(std::move(form));
        }
    }
    return all;
}

/// Whether the address is one of the pattern's.
inline bool fits(std::string_view pattern, std::string_view address) {
    const auto wanted = text::split(pattern, '/');
    const auto given = text::split(address.substr(0, address.find_first_of("?#")), '/');
    if (wanted.size() != given.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!wanted[i].starts_with('{') && wanted[i] != given[i]) return false;
    return true;
}

/// The route that a form of ours is sent to. Throws std::logic_error when there is none.
inline const web::Route& route_of(const TestSite& site, const PageForm& form) {
    for (const auto& route : site.router.routes())
        if (route.method == web::http::Method::post && fits(route.address.pattern(), form.action))
            return route;
    throw std::logic_error{"a form is sent nowhere: " + form.action};
}

/// The form of the page that is sent to an address with this end.
inline PageForm form_to(const std::string& page, std::string_view end) {
    for (auto& form : forms_in(page))
        if (std::string_view{form.action}.substr(0, form.action.find('?')).ends_with(end)) return form;
    FAIL("no form leads to " << end);
    return {};
}

inline void set(PageForm& form, const std::string& name, const std::string& value) {
    for (auto& [key, known] : form.fields)
        if (key == name) {
            known = value;
            return;
        }
    form.fields.emplace_back(name, value);
}

}  // namespace example
