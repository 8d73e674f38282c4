#include "base/text.hpp"
#include "store/document/seen_versions.hpp"
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

struct Tool {
    std::string title;
    AddressBelow<2> address;
    std::vector<sql::RowVersion> seen = {};
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
            "open"_a = when(is_sent, html(" open")), "title"_a = tool.title,
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
        return html("{}{}{}", tools.area(sent, "forst", words("What stays"), at.line.text),
            tools.area(sent, "sedan", words("What becomes a paragraph of its own"), {}),
            tools.grounds(sent, "d-"));
    });
    all += tools.form(
        {words("Take up another paragraph in it"), address::join_line, all_seen(at)}, [&](bool sent) {
            return html("{}{}{}", tools.where(sent, "annat", words("Which one")),
                tools.area(sent, "tillsammans", words("The words together"), at.line.text),
                tools.grounds(sent, "s-"));
        });
    return all;
}

}  // namespace

Html line_tools(const Visit& visit, const DraftLine& at, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const Tools tools{visit, at, complaints};
    const std::vector seen{store::version_of(at.line)};
    auto all = tools.form({words("A new paragraph after it"), address::insert_line}, [&](bool sent) {
        return html("{}{}", tools.area(sent, "nytt", words("The words"), {}), tools.grounds(sent, "n-"));
    });
    if (at.line.node.kind == Node::Kind::paragraph) all += paragraph_tools(tools, at, words);
    all += tools.form({words("Remove it"), address::remove_line, seen},
        [&](bool sent) { return tools.grounds(sent, "b-"); });
    all += tools.form({words("Say what it is"), address::set_line_type, seen}, [&](bool) {
        return ui::select({.name = "slag",
                              .label = words("In the strategy it is"),
                              .value = std::string{name_of(at.line.node.type)}},
            ui::choices_of<Node::Type>(words), {}, words);
    });
    return all;
}

}  // namespace medskapa::web::document::desk
