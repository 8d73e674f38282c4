#pragma once

#include "base/text.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/forms/field_names.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace medskapa::web::document::desk {

/// Where a line can be put: at any other.
inline std::vector<ui::Choice> places(const DraftLine& at) {
    std::vector<ui::Choice> choices;
    for (const auto& line : at.lines)
        if (line.node.id != at.line.node.id)
            choices.push_back(
                {line.node.code, line.node.code + "  " + text::excerpt(text::one_line(line.text), 40)});
    return choices;
}

/// What a tool does, where, and to what the editor has seen.
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

}  // namespace medskapa::web::document::desk
