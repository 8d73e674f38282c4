#include "app/panel/panel.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/panel/panel_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/markup/markdown.hpp"
#include "web/panel/addresses.hpp"
#include "web/panel/pages.hpp"
#include "web/panel/views.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::web::panel {
namespace {

/// A panel as a member meets it by their own link.
struct AskedMember {
    Panel panel;
    PanelMember member;
    std::string link;
    std::vector<PanelRound> rounds = {};
    std::vector<PanelEstimate> said = {};

    /// What the member has said in that round.
    const PanelEstimate* in(int round) const {
        const auto found = std::find_if(
            said.begin(), said.end(), [&](const PanelEstimate& one) { return one.round == round; });
        return found == said.end() ? nullptr : &*found;
    }
};

/// The link stands in the address, or in the form that was sent.
std::optional<AskedMember> asked_member(const Visit& visit) {
    const auto panel = asked_panel(visit);
    const auto in_path = visit.path.find("member");
    const auto link = in_path == visit.path.end() ? std::string{visit.field("lank")} : in_path->second;
    const auto member = app::panel_member_by_link(visit.db, link, visit.site.secret);
    if (!panel || !member || member->panel != panel->id) return std::nullopt;
    return AskedMember{*panel, *member, link, store::rounds_of(visit.db, panel->id),
        store::estimates_by(visit.db, panel->id, app::member_of(link, *panel))};
}

Html said_before(const AskedMember& asked, const Words& words) {
    Html items;
    for (const auto& one : asked.said)
        items += html(
            "<li>{}</li>", words("Round {}: {} {}", one.round, words.number(one.value), asked.panel.unit));
    return items.empty() ? items : html("<h2>{}</h2><ul>{}</ul>", words("What you have said"), items);
}

/// By which link, and which round the page showed that may have lain open since.
Html who_and_when(const AskedMember& asked) {
    return html("{}{}", ui::hidden_field("lank", asked.link),
        ui::hidden_field("runda", std::to_string(asked.rounds.back().round)));
}

int sent_round(const Visit& visit) {
    return static_cast<int>(Visit::number(visit.field("runda")).value_or(0));
}

Html answer_form(const Visit& visit, const AskedMember& asked, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto* known = asked.in(asked.rounds.back().round);
    const bool is_sent = visit.request.method == http::Method::post;
    const auto value =
        is_sent ? std::string{visit.field("siffra")} : (known ? std::to_string(known->value) : std::string{});
    const auto reason = is_sent ? std::string{visit.field("skal")} : (known ? known->reason : std::string{});
    auto fields = who_and_when(asked);
    fields += ui::text_field({.name = "siffra",
                                 .label = words("Your estimate, {}", asked.panel.unit),
                                 .value = value,
                                 .hint = words("A whole number from {} to {}.",
                                     words.number(asked.panel.least), words.number(asked.panel.most)),
                                 .is_short = true},
        ui::Input::text, complaints, words);
    fields += ui::text_area({.name = "skal",
                                .label = words("Why?"),
                                .value = reason,
                                .hint = words("Read by those who lead the work. They tell the others which "
                                              "reasons were given, never whose they are."),
                                .is_optional = true},
        4, complaints, words);
    return post_form(visit, {.action = visit.href(address::give_estimate, asked.panel.number),
                                .fields = fields,
                                .button = ui::submit(words("Send my estimate"), ui::Weight::filled),
                                .is_narrow = true});
}

Html take_back_form(const Visit& visit, const AskedMember& asked) {
    if (!asked.in(asked.rounds.back().round)) return {};
    const auto& words = visit.words;
    return ui::guarded(words("Take back what I have said in this round"),
        words("Your number and your reason of this round are erased at once."),
        post_form(visit,
            {.action = visit.href(address::take_back_estimate, asked.panel.number),
                .fields = who_and_when(asked),
                .button = ui::submit(words("Take back what I have said in this round"), ui::Weight::small)}));
}

Html notice_of(const Visit& visit) {
    if (visit.query("tack") == "ja")
        return ui::notice(ui::Tone::good,
            html("<p>{}</p>",
                visit.words("Thank you. It is saved. You can change it as long as the round is open.")));
    if (visit.query("tack") == "borta")
        return ui::notice(
            ui::Tone::good, html("<p>{}</p>", visit.words("What you had said in this round is erased.")));
    return {};
}

Response member_view(
    const Visit& visit, const AskedMember& asked, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const bool is_open = asked.rounds.back().is_open(visit.today());
    const auto title = visit.in(asked.panel.title);
    const auto body = html(R"({errors}{notice}
<h1>{title}</h1>
<p>{who} {state}.</p>
<div{lang}>{text}</div>
<h2>{before}</h2>
{outcomes}{said}{form}{take_back})",
        "errors"_a = ui::error_summary(complaints, words), "notice"_a = notice_of(visit),
        "title"_a = ui::in_language(asked.panel.title, words),
        "who"_a = words("You answer for {}.", asked.member.organisation),
        "state"_a = state_of(visit, asked.rounds), "lang"_a = words.lang(asked.panel.text),
        "text"_a = markdown(asked.panel.text.in(words.language())),
        "before"_a = words("What all have said together"),
        "outcomes"_a = outcomes_view(visit, asked.panel, asked.rounds), "said"_a = said_before(asked, words),
        "form"_a = is_open ? answer_form(visit, asked, complaints) : Html{},
        "take_back"_a = is_open ? take_back_form(visit, asked) : Html{});
    return page_with_form(process_page(visit, title, body, "delta"), visit, complaints, status);
}

std::string own_href(const Visit& visit, const AskedMember& asked) {
    return visit.href(address::panel_member_page, asked.panel.number, asked.link);
}

/// A whole number, with or without blanks between its digits; none for anything else.
std::optional<std::int64_t> whole_number(std::string text) {
    std::erase(text, ' ');
    // As the page itself writes numbers.
    for (const std::string_view blank : {"\u00a0", "\u202f"})
        for (auto at = text.find(blank); at != text.npos; at = text.find(blank, at))
            text.erase(at, blank.size());
    if (constexpr std::string_view minus = "\u2212"; text.starts_with(minus))
        text.replace(0, minus.size(), "-");
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

Response member(const Visit& visit) {
    const auto asked = asked_member(visit);
    return asked ? member_view(visit, *asked, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response give(const Visit& visit) {
    const auto asked = asked_member(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    app::SentEstimate sent{asked->panel.number, asked->link, {}};
    const auto value = whole_number(text::one_line(visit.field("siffra")));
    // Beyond the bounds, so that it is refused with them.
    sent.estimate.value = value.value_or(asked->panel.least - 1);
    sent.estimate.reason = std::string{visit.field("skal")};
    sent.estimate.round = sent_round(visit);
    const auto kept = visit.write(
        [&](auto& act) { return app::give_estimate(act, sent, visit.site.secret, visit.today()); });
    if (kept) return see_other(with_query(own_href(visit, *asked), {{"tack", "ja"}}));
    const auto& failure = kept.error();
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    return member_view(visit, *asked, failure.complaints, status_of(failure.kind));
}

Response take_back(const Visit& visit) {
    const auto asked = asked_member(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    app::SentEstimate sent{asked->panel.number, asked->link, {}};
    sent.estimate.round = sent_round(visit);
    const auto gone = visit.write(
        [&](auto& act) { return app::take_back_estimate(act, sent, visit.site.secret, visit.today()); });
    if (!gone && !gone.error().complaints.empty())
        return member_view(visit, *asked, gone.error().complaints, status_of(gone.error().kind));
    if (!gone && gone.error().kind != Failure::Kind::not_found) return problem(visit, gone.error().kind);
    return see_other(with_query(own_href(visit, *asked), {{"tack", "borta"}}));
}

}  // namespace medskapa::web::panel
