#include "base/text.hpp"
#include "domain/document/sections.hpp"
#include "store/document/document_store.hpp"
#include "store/document/seen_versions.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/document/desk/tool_forms.hpp"

#include <algorithm>

namespace medskapa::web::document::desk {
namespace {

std::vector<sql::RowVersion> versions_of(const Lines& lines) {
    std::vector<sql::RowVersion> seen;
    for (const auto& line : lines) seen.push_back(store::version_of(line));
    return seen;
}

/// What can be done with a paragraph and not with a heading.
Html paragraph_tools(const Tools& tools, const DraftLine& at, const Words& words) {
    const std::vector seen{store::version_of(at.line)};
    auto all = tools.form({words("Move it"), address::move_line, seen}, [&](bool sent) {
        return html("{}{}", tools.where(sent, "efter", words("To stand after")), tools.grounds(sent, "f-"));
    });
    all += tools.form({words("Split it in two"), address::split_line, seen}, [&](bool sent) {
        return html("{first}{second}{loss}{grounds}",
            "first"_a = tools.area(sent, "forst", words("What stays"), at.line.text),
            "second"_a = tools.area(sent, "sedan", words("What becomes a paragraph of its own"), {}),
            "loss"_a = tools.loss(sent), "grounds"_a = tools.grounds(sent, "d-"));
    });
    const auto title = words("Merge with another paragraph");
    const auto other = tools.to_join();  // any line of the text, so the page has shown them all
    if (!other) return html("{}{}", all, tools.which_to_join(title));
    all += tools.form({title, address::join_line, versions_of(at.lines), true}, [&](bool sent) {
        return html("<div id=\"sammanslagning\"></div>{}{}{}", tools.together(sent, *other), tools.loss(sent),
            tools.grounds(sent, "s-"));
    });
    return all;
}

/// The line, and for a heading all that stands under it.
Lines section_of(const DraftLine& at) {
    const auto place = *place_of(at.lines, at.line.node.id);
    return {at.lines.begin() + static_cast<std::ptrdiff_t>(place),
        at.lines.begin() + static_cast<std::ptrdiff_t>(end_of_section(at.lines, place))};
}

Html what_goes(const Lines& section, const Words& words) {
    if (section.size() < 2) return {};
    return html("<p>{}</p><ul>{}</ul>", words("All under the heading is removed too:"),
        each(section, [](const Line& line) {
            return html("<li>{} {}</li>", line.node.code, text::excerpt(text::one_line(line.text), 60));
        }));
}

Html heading_fields(const Visit& visit, const DraftLine& at, bool sent, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto depth = std::to_string(std::clamp(at.line.depth, 2, 4));
    return html("{}{}",
        ui::text_field({.name = "rubrik",
                           .label = words("The heading"),
                           .value = sent ? std::string{visit.field("rubrik")} : std::string{}},
            ui::Input::text, sent ? complaints : ui::Complaints{}, words),
        ui::select({.name = "niva",
                       .label = words("Its level"),
                       .value = sent ? std::string{visit.field("niva")} : depth},
            {{"2", "2"}, {"3", "3"}, {"4", "4"}}, {}, words));
}

/// A paragraph or a heading that is to follow it.
Html adding_tools(
    const Visit& visit, const DraftLine& at, const Tools& tools, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto all = tools.form({words("A new paragraph after it"), address::insert_line}, [&](bool sent) {
        return html("{}{}", tools.area(sent, "nytt", words("The text of the paragraph"), {}),
            tools.grounds(sent, "n-"));
    });
    all += tools.form({words("A new heading after it"), address::insert_heading}, [&](bool sent) {
        return html("{}{}", heading_fields(visit, at, sent, complaints), tools.grounds(sent, "r-"));
    });
    return all;
}

/// What can be done with a heading and all under it, unless it is that of the whole text.
Html section_tools(const Tools& tools, const DraftLine& at, const Words& words) {
    if (at.lines.front().node.id == at.line.node.id) return {};
    return tools.form(
        {words("Move the section"), address::move_line, {store::version_of(at.line)}}, [&](bool sent) {
            return html("{}{}", tools.where(sent, "efter", words("To stand after the section with")),
                tools.grounds(sent, "f-"));
        });
}

}  // namespace

Html line_tools(const Visit& visit, const DraftLine& at, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const Tools tools{visit, at, complaints};
    auto all = adding_tools(visit, at, tools, complaints);
    all += at.line.node.kind == Node::Kind::paragraph ? paragraph_tools(tools, at, words)
                                                      : section_tools(tools, at, words);
    const auto section = section_of(at);
    all += tools.form({words("Remove it"), address::remove_line, versions_of(section)},
        [&](bool sent) { return html("{}{}", what_goes(section, words), tools.grounds(sent, "b-")); });
    all += tools.form({words("Choose its type: vision, target picture, sub-goal…"), address::set_line_type,
                          {store::version_of(at.line)}},
        [&](bool) {
            return ui::select({.name = "slag",
                                  .label = words("In the strategy it is"),
                                  .value = std::string{name_of(at.line.node.type)}},
                ui::choices_of<Node::Type>(words), {}, words);
        });
    return all;
}

}  // namespace medskapa::web::document::desk
