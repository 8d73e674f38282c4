#include "support/pages.hpp"

#include "app/panel/panel.hpp"

namespace example {
namespace detail {

std::string attribute(const GumboNode& node, const char* name) {
    const auto* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string{} : found->value;
}

bool has(const GumboNode& node, const char* name) {
    return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

}  // namespace detail

namespace {

using detail::attribute;
using detail::has;

bool leads_to_us_or_safely_away(std::string_view address) {
    if (address.starts_with("//") || address.starts_with("/\\")) return false;
    for (const auto* start :
        {"/", "#", "?", "https://", "http://localhost:8080/", "mailto:", "tel:", "otpauth://totp/"})
        if (address.starts_with(start)) return true;
    return address.empty();
}

void look(const GumboNode& node, std::string& found);

void look_within(const GumboVector& children, std::string& found) {
    for (unsigned i = 0; i < children.length; ++i) look(*static_cast<GumboNode*>(children.data[i]), found);
}

void look(const GumboNode& node, std::string& found) {
    static const std::set<std::string> never{"iframe", "object", "embed", "style", "base", "img"};
    if (node.type == GUMBO_NODE_COMMENT) found += "a comment; ";
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return;
    const auto& element = node.v.element;
    const std::string tag = gumbo_normalized_tagname(element.tag);
    if (never.contains(tag)) found += tag + "; ";
    bool has_source = false;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<GumboAttribute*>(element.attributes.data[i]);
        const std::string name = attribute.name;
        if (name.starts_with("on") || name == "style" || name == "srcdoc") found += '@' + name + "; ";
        const bool leads = name == "href" || name == "src" || name == "action" || name == "formaction";
        if (leads && !leads_to_us_or_safely_away(attribute.value))
            found += name + '=' + attribute.value + "; ";
        has_source = has_source || name == "src";
    }
    if (tag == "script" && !has_source) found += "a script; ";
    look_within(element.children, found);
}

std::string text_within(const GumboNode& node) {
    std::string words;
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto& child = *static_cast<GumboNode*>(children.data[i]);
        if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_WHITESPACE) words += child.v.text.text;
    }
    return words;
}

/// What a browser would send for this control, as far as our forms have them.
std::optional<std::string> value_of_control(const GumboNode& node) {
    const auto tag = node.v.element.tag;
    if (tag == GUMBO_TAG_TEXTAREA) return text_within(node);
    if (tag == GUMBO_TAG_SELECT) {
        std::optional<std::string> first;
        const auto& options = node.v.element.children;
        for (unsigned i = 0; i < options.length; ++i) {
            const auto& option = *static_cast<GumboNode*>(options.data[i]);
            if (option.type != GUMBO_NODE_ELEMENT) continue;
            if (has(option, "selected")) return attribute(option, "value");
            if (!first) first = attribute(option, "value");
        }
        return first;
    }
    const auto type = attribute(node, "type");
    if ((type == "checkbox" || type == "radio") && !has(node, "checked")) return std::nullopt;
    return attribute(node, "value");
}

}  // namespace

void detail::gather(const GumboNode& node, bool inside, web::http::Fields& fields) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const auto tag = node.v.element.tag;
    const bool is_control = tag == GUMBO_TAG_INPUT || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_SELECT;
    if (inside && is_control && has(node, "name"))
        if (const auto value = value_of_control(node)) fields.emplace_back(attribute(node, "name"), *value);
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
        gather(*static_cast<GumboNode*>(children.data[i]), inside || tag == GUMBO_TAG_FORM, fields);
}

bool is_about_statements(std::string_view pattern) {
    for (const auto* word : {"pastaenden", "resultat", "granskning", "kvitton", "oppningar"})
        if (pattern.find(word) != pattern.npos) return true;
    return false;
}

std::string address_in(const SiteContent& f, const Address& a) {
    const auto pattern = a.pattern();
    const std::map<std::string, std::string> parts{{"{process}", "rus-2050"},
        {"{number}", std::to_string(f.published)}, {"{activity}", "lamna-inspel"}, {"{code}", f.code},
        {"{event}", std::to_string(f.event.id.value)}, {"{item}", std::to_string(f.item.id.value)},
        {"{body}", f.body.slug}, {"{document}", "RUS"}, {"{node}", "RUS-p1"},
        {"{step}", std::to_string(f.step.id.value)}, {"{referral}", "1"}, {"{party}", "1"},
        {"{answer}", std::to_string(f.answer)}, {"{link}", f.party}, {"{draft}", f.draft},
        {"{approval}", f.approval}, {"{format}", "html"}, {"{part}", "andringar"},
        {"{section}", "future-needs"}, {"{consultation}", "1"}, {"{file...}", f.entries},
        {"{digest}", f.rules}, {"{dataset}", "1"}, {"{run}", "1"}, {"{citation}", "1"}, {"{mail}", "1"},
        {"{file}", "1"}, {"{follower}", f.follower}, {"{priority}", "1"}, {"{weighing}", "1"},
        {"{swot}", "1"}, {"{weigher}", f.weigher}, {"{panel}", "1"},
        {"{member}", app::link_of(PanelMember{.id = {1}}, secret)}, {"{report_code}", f.report},
        {"{reported}", "1"}, {"{appeal}", "1"}, {"{list}", "steg"}, {"{requirement}", "1.5"},
        {"{assessment}", "1"}, {"{question}", "1"}, {"{conflict}", "1"}, {"{edition}", "1"},
        {"{planned}", "grupp"}, {"{line}", "2"}, {"{promise}", "2"}, {"{seat}", "1"}, {"{search}", "1"},
        {"{kind}", "mail"}, {"{request}", "1"}, {"{organisation}", f.organisation}, {"{speaker}", f.speaker},
        {"{mandate}", f.mandate}};
    std::string address;
    for (const auto& part : text::split(pattern, '/')) {
        if (part.empty()) continue;
        const auto known = parts.find(part);
        if (part == "{activity}" && is_about_statements(pattern)) {
            address += "/rosta";
            continue;
        }
        address += '/' + (known == parts.end() ? part : known->second);
    }
    return address.empty() ? "/" : address;
}

web::http::Fields fields_in(const std::string& page) {
    web::http::Fields fields;
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    detail::gather(*parsed->root, false, fields);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    std::erase_if(fields, [](const auto& field) { return field.first == "bevis"; });
    return fields;
}

std::string what_is_wrong_with(const std::string& page) {
    std::string found;
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    look_within(parsed->document->v.document.children, found);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    return found;
}

}  // namespace example
