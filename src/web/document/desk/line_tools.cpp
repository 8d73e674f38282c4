#include "base/text.hpp"
#include "domain/document/sections.hpp"
#include "store/document/document_store.hpp"
#include "store/document/seen_versions.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/field_names.hpp"

#include <algorithm>

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

struct Tool {
    std::string title;
    AddressBelow<2> address;
    std::vector<sql::RowVersion> seen = {};
    bool is_open = false;
};

/// The forms of a line's tools: the one that was sent shows what was typed, and what was wrong with it.
class Tools {
public:
    Tools(const Visit& visit, const DraftLine& at, const ui::Complaints& complaints)
        : visit_{visit}, at_{at}, complaints_{complaints} {}

    /// A form behind its heading, for what is seldom done. `fields(sent)` makes them.
    template <class Fields>
    Html form(const Tool& tool, Fields fields) const {
        const bool is_sent = was_sent(visit_, at_, tool.address);
        const auto content = fields(is_sent);
        return html(R"(
<details class="more"{open}>
  <summary>{title}</summary>
  {form}
</details>)",
            "open"_a = when(is_sent || tool.is_open, html(" open")), "title"_a = tool.title,
            "form"_a =
                post_form(visit_, {.action = visit_.href(tool.address, at_.document.code, at_.line.node.code),
                                      .fields = content,
                                      .button = ui::submit(tool.title, ui::Weight::quiet),
                                      .seen = tool.seen}));
    }
    Html area(bool is_sent, const char* name, const std::string& label, const std::string& value) const {
        return ui::text_area(
            {.name = name, .label = label, .value = is_sent ? std::string{visit_.field(name)} : value}, 4,
            complaints(is_sent), visit_.words);
    }
    /// Offers to let words go, where the last try would have lost some.
    Html loss(bool is_sent) const {
        const auto& errors = complaints(is_sent);
        const bool is_asked = std::any_of(errors.begin(), errors.end(),
            [](const Complaint& complaint) { return complaint.place == Place{Field::chosen}; });
        if (!is_asked) return {};
        return html(
            R"(<p class="error">{}</p><label class="pick"><input type="checkbox" id="val" name="utan" value="ja"> <span>{}</span></label>)",
            visit_.words.complaint(errors.front()), visit_.words("These words may go"));
    }
    /// The words of both paragraphs, one after the other, or what was made of them.
    Html together(bool is_sent, const Line& other) const {
        const std::string typed{is_sent ? visit_.field("tillsammans") : std::string_view{}};
        return html("<p class=\"hint\">{}</p>{}{}",
            visit_.words("This is what the paragraph becomes. The other one leaves the text, and its views "
                         "lead here."),
            ui::hidden_field("annat", other.node.code),
            ui::text_area({.name = "tillsammans",
                              .label = visit_.words("The words together"),
                              .value = typed.empty() ? at_.line.text + ' ' + other.text : typed},
                4, complaints(is_sent), visit_.words));
    }
    /// Which paragraph to join with; then the page shows the words of both.
    Html which_to_join(const std::string& title) const {
        return html(R"(
<details class="more">
  <summary>{title}</summary>
  <form method="get" action="{action}#sammanslagning">{which}<p class="hint">{hint}</p><p>{next}</p></form>
</details>)",
            "title"_a = title,
            "action"_a = visit_.href(address::draft_line, at_.document.code, at_.line.node.code),
            "which"_a = where(false, "annat", visit_.words("Which one")),
            "hint"_a = visit_.words("Next you see the words of both together."),
            "next"_a = ui::submit(visit_.words("Show them together"), ui::Weight::quiet));
    }
    std::optional<Line> to_join() const {
        const bool is_sent = was_sent(visit_, at_, address::join_line);
        const std::string code{is_sent ? visit_.field("annat") : visit_.query("annat")};
        for (const auto& line : at_.lines)
            if (line.node.code == code && line.node.id != at_.line.node.id) return line;
        return std::nullopt;
    }
    Html where(bool is_sent, const char* name, const std::string& label) const {
        return ui::select({.name = name,
                              .label = label,
                              .value = is_sent ? std::string{visit_.field(name)} : std::string{}},
            places(at_), complaints(is_sent), visit_.words);
    }
    Html grounds(bool is_sent, const char* prefix) const {
        return grounds_fields(visit_, at_.line.node, is_sent ? "" : prefix, complaints(is_sent));
    }

private:
    ui::Complaints complaints(bool is_sent) const { return is_sent ? complaints_ : ui::Complaints{}; }

    const Visit& visit_;
    const DraftLine& at_;
    const ui::Complaints& complaints_;
};

/// Any of them may be taken up, so this page shows them all.
std::vector<sql::RowVersion> all_seen(const DraftLine& at) {
    std::vector<sql::RowVersion> seen;
    for (const auto& line : at.lines) seen.push_back(store::version_of(line));
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
    const auto other = tools.to_join();
    if (!other) return html("{}{}", all, tools.which_to_join(title));
    all += tools.form({title, address::join_line, all_seen(at), true}, [&](bool sent) {
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

std::vector<sql::RowVersion> versions_of(const Lines& lines) {
    std::vector<sql::RowVersion> seen;
    for (const auto& line : lines) seen.push_back(store::version_of(line));
    return seen;
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

}  // namespace

Html line_tools(const Visit& visit, const DraftLine& at, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const Tools tools{visit, at, complaints};
    const std::vector seen{store::version_of(at.line)};
    auto all = tools.form({words("A new paragraph after it"), address::insert_line}, [&](bool sent) {
        return html("{}{}", tools.area(sent, "nytt", words("The text of the paragraph"), {}),
            tools.grounds(sent, "n-"));
    });
    all += tools.form({words("A new heading after it"), address::insert_heading}, [&](bool sent) {
        return html("{}{}", heading_fields(visit, at, sent, complaints), tools.grounds(sent, "r-"));
    });
    if (at.line.node.kind == Node::Kind::paragraph) all += paragraph_tools(tools, at, words);
    const auto section = section_of(at);
    if (at.line.node.kind == Node::Kind::section && at.lines.front().node.id != at.line.node.id)
        all += tools.form({words("Move the section"), address::move_line, seen}, [&](bool sent) {
            return html("{}{}", tools.where(sent, "efter", words("To stand after the section with")),
                tools.grounds(sent, "f-"));
        });
    all += tools.form({words("Remove it"), address::remove_line, versions_of(section)},
        [&](bool sent) { return html("{}{}", what_goes(section, words), tools.grounds(sent, "b-")); });
    all += tools.form(
        {words("Choose its type: vision, target picture, sub-goal…"), address::set_line_type, seen},
        [&](bool) {
            return ui::select({.name = "slag",
                                  .label = words("In the strategy it is"),
                                  .value = std::string{name_of(at.line.node.type)}},
                ui::choices_of<Node::Type>(words), {}, words);
        });
    return all;
}

}  // namespace medskapa::web::document::desk
