#pragma once

#include "support/pages.hpp"

/// The forms of a page, each as a browser would send it.
namespace example {

struct PageForm {
    std::string action;
    bool is_post = false;
    web::http::Fields fields;  // without the session's token
};

namespace detail {

inline void gather_forms(const GumboNode& node, std::vector<PageForm>& forms) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    if (node.v.element.tag == GUMBO_TAG_FORM) {
        PageForm form{attribute(node, "action"), attribute(node, "method") == "post", {}};
        gather(node, true, form.fields);
        std::erase_if(form.fields, [](const auto& field) { return field.first == "bevis"; });
        forms.push_back(std::move(form));
    }
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        gather_forms(*static_cast<GumboNode*>(children.data[i]), forms);
}

}  // namespace detail

inline std::vector<PageForm> forms_in(const std::string& page) {
    std::vector<PageForm> forms;
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    detail::gather_forms(*parsed->root, forms);
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
        for (auto& form : forms_in(site.get(address_in(content, route.address), session).body))
            if (form.is_post && known.emplace(form.action, form.fields).second)
                all.push_back(std::move(form));
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

}  // namespace example
