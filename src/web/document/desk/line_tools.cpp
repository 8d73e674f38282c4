#include "base/text.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/frame/post_form.hpp"

namespace medskapa::web::document::desk {
namespace {

std::vector<ui::Choice> places(const DraftLine& at) {
    std::vector<ui::Choice> choices;
    for (const auto& line : at.lines)
        if (line.node.id != at.line.node.id)
            choices.push_back(
                {line.node.code, line.node.code + "  " + text::excerpt(text::one_line(line.text), 40)});
    return choices;
}

/// A form behind its heading, for what is seldom done.
Html tool(const Visit& visit, const DraftLine& at, const std::string& title, AddressBelow<2> address,
    const Html& fields) {
    return html(R"(
<details class="more">
  <summary>{}</summary>
  {}
</details>)",
        title,
        post_form(visit, {.action = visit.href(address, at.document.code, at.line.node.code),
                             .fields = fields,
                             .button = ui::submit(title, ui::Weight::quiet)}));
}

}  // namespace

Html line_tools(const Visit& visit, const DraftLine& at) {
    const auto& words = visit.words;
    const auto grounds = [&](const char* prefix) { return grounds_fields(visit, at.line.node, prefix, {}); };
    const auto area = [&](const char* name, const std::string& label, const std::string& value) {
        return ui::text_area({.name = name, .label = label, .value = value}, 4, {}, words);
    };
    const auto where = [&](const char* name, const std::string& label) {
        return ui::select({.name = name, .label = label}, places(at), {}, words);
    };
    auto all = tool(visit, at, words("A new paragraph after it"), address::insert_line,
        html("{}{}", area("nytt", words("The words"), {}), grounds("n-")));
    if (at.line.node.kind == Node::Kind::paragraph) {
        all += tool(visit, at, words("Move it"), address::move_line,
            html("{}{}", where("efter", words("To stand after")), grounds("f-")));
        all += tool(visit, at, words("Split it in two"), address::split_line,
            html("{}{}{}", area("forst", words("What stays"), at.line.text),
                area("sedan", words("What becomes a paragraph of its own"), {}), grounds("d-")));
        all += tool(visit, at, words("Take up another paragraph in it"), address::join_line,
            html("{}{}{}", where("annat", words("Which one")),
                area("tillsammans", words("The words together"), at.line.text), grounds("s-")));
    }
    all += tool(visit, at, words("Remove it"), address::remove_line, grounds("b-"));
    all += tool(visit, at, words("Say what it is"), address::set_line_type,
        ui::select({.name = "slag",
                       .label = words("In the strategy it is"),
                       .value = std::string{name_of(at.line.node.type)}},
            ui::choices_of<Node::Type>(words), {}, words));
    return all;
}

}  // namespace medskapa::web::document::desk
