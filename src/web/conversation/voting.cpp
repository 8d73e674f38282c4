#include "app/conversation/alike_statements.hpp"
#include "web/conversation/pages.hpp"
#include "web/conversation/serving.hpp"
#include "web/conversation/voter.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::conversation {
namespace {

constexpr std::size_t most_alike = 3;

struct Progress {
    std::int64_t answered = 0;
    std::int64_t all = 0;
};

Html progress_bar(const Progress& progress) {
    return html(
        R"(<svg class="progress" viewBox="0 0 {0} 1" preserveAspectRatio="none" aria-hidden="true"><rect width="{0}" height="1"/><rect class="on" width="{1}" height="1"/></svg>)",
        std::max<std::int64_t>(1, progress.all), progress.answered);
}

Html way(Stance stance, const char* key, const Words& words) {
    return html(R"(
  <button class="btn" name="rost" value="{}" data-key="{}">{}</button>)",
        static_cast<int>(stance), key, shown(stance, words));
}

/// Shown by the script, which is what makes the keys work, where there seems to be a keyboard.
Html keys_hint(const Words& words) {
    const auto key = [](const char* name) { return html("<kbd>{}</kbd>", name); };
    return html("<span data-keys hidden>{}</span>",
        words.rich("The keys {} {} {} work too.", key("1"), key("2"), key("3")));
}

Html vote_form(const Visit& visit, const Talk& talk, const Put& put, const Progress& progress) {
    const auto& words = visit.words;
    const auto guard = form_guard(visit, "");
    const auto hidden =
        html("{}{}{}", guard, ui::hidden_field("nummer", std::to_string(put.statement.number)),
            ui::hidden_field("visad", serving_proof(visit, talk, put)));
    const auto from = put.statement.origin == Statement::Origin::seed
                          ? words("Written by those who lead the work.")
                          : words("Written by a participant.");
    return html(R"(
<form class="vote" method="post" action="{}" aria-labelledby="att-svara-pa">{}
<h1 class="kicker">{}</h1>
{}<blockquote id="att-svara-pa" tabindex="-1">{}</blockquote>
<div class="ways">{}</div>
<p class="meta">{}</p></form>)",
        talk_href(visit, talk.activity, "/rost"), hidden,
        words("What do you think? You have answered {} of {}", progress.answered, progress.all),
        progress_bar(progress), put.statement.text,
        html("{}{}{}", way(Stance::agree, "1", words), way(Stance::disagree, "2", words),
            way(Stance::pass, "3", words)),
        html("{} {} {}", from, keys_hint(words), words("You can change your mind.")));
}

/// What becomes of the votes, once there is nothing left to vote on.
Html what_follows(const Visit& visit, const Talk& talk) {
    const auto& words = visit.words;
    const auto until = talk.activity.closes
                           ? words("Until {} you can change your answers, and new statements may come.",
                                 words.day(*talk.activity.closes))
                           : words("You can still change your answers, and new statements may come.");
    return html("<p>{}</p><p>{}</p>",
        words("Your votes are counted, and the map is drawn anew with them within seconds."),
        until + " " +
            words("Then the voting is closed and the result is written in the open log. Those who write the "
                  "strategy can take up statements as inspel, and then they answer them."));
}

Html all_answered(const Visit& visit, const Talk& talk, const Progress& progress) {
    const auto& words = visit.words;
    if (progress.all == 0)
        return html(R"(<h1>{}</h1><p class="lead">{}</p>)", words("There are no statements yet"),
            words("New ones may come. You can write one yourself."));
    return html(R"(
<div class="vote"><h1 id="att-svara-pa" tabindex="-1">{}</h1>{}<p class="row">{} {}</p></div>)",
        words("You have answered all the statements"), what_follows(visit, talk),
        ui::button_link(
            talk_href(visit, talk.activity, "/resultat"), words("See the opinion map"), ui::Weight::filled),
        ui::button_link(
            talk_href(visit, talk.activity, "/resultat/jag"), words("Where am I?"), ui::Weight::quiet));
}

Html own_answers(const Visit& visit, const Talk& talk, const OwnVotes& votes) {
    if (votes.empty()) return {};
    std::map<int, std::string> texts;
    for (const auto& statement : store::statements_of(visit.db, talk.activity.id))
        if (statement.is_votable(talk.conversation.moderation)) texts[statement.number] = statement.text;
    const auto line = [&](const std::pair<int, Stance>& vote) {
        const auto text = texts.find(vote.first);
        if (text == texts.end()) return Html{};
        return html(R"(<li>{} <span class="meta">{} · <a href="{}">{}</a></span></li>)", text->second,
            shown(vote.second, visit.words),
            talk_href(visit, talk.activity, "/pastaenden?nummer=" + std::to_string(vote.first)),
            visit.words("Change"));
    };
    return html(
        R"(<details class="more"><summary>{}</summary><ul>{}</ul><p><a href="{}">{}</a></p></details>)",
        visit.words("Your answers"), each(votes, line), talk_href(visit, talk.activity, "/kvitton"),
        visit.words("Receipts for your votes"));
}

Html alike_view(const Visit& visit, const Talk& talk, const std::vector<const Statement*>& alike) {
    if (alike.empty()) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p><ul>{}</ul><p>{}</p>", visit.words("This has nearly been said already:"),
            each(alike,
                [&](const Statement* statement) {
                    return html(R"(<li><a href="{}">{}</a></li>)",
                        talk_href(
                            visit, talk.activity, "/pastaenden?nummer=" + std::to_string(statement->number)),
                        statement->text);
                }),
            visit.words("Vote on it instead, or send yours all the same.")));
}

Html own_statement(const Visit& visit, const Talk& talk, const ui::Complaints& complaints,
    const std::vector<const Statement*>& alike) {
    const auto& words = visit.words;
    return html(R"(
<h2 id="eget">{}</h2>{}
<form method="post" action="{}#eget" novalidate>{}{}{}<p>{}</p></form>)",
        words("Write a statement of your own"), alike_view(visit, talk, alike),
        talk_href(visit, talk.activity, "/pastaenden"), form_guard(visit, visit.new_form_key()),
        when(!alike.empty(), ui::hidden_field("anda", "ja")),
        ui::text_area({.name = "pastaende",
                          .label = words("Your statement"),
                          .value = std::string{visit.field("pastaende")},
                          .hint = words("One thought, that others can agree with or not. Best below {} "
                                        "characters, at most {}.",
                              advised_statement, longest_statement)},
            3, complaints, words),
        ui::submit(
            alike.empty() ? words("Send the statement") : words("Send it all the same"), ui::Weight::quiet));
}

Html stop_when_you_like(const Visit& visit, const Talk& talk, bool has_voted) {
    const auto& words = visit.words;
    return html(R"(
<h2>{}</h2>
<p>{} {}</p>
<p class="row">{}{}</p>)",
        words("Stop when you like"),
        words("Your vote counts at once, also if you answer only one. Nobody sees how you voted."),
        words("A cookie with a random number is set when you vote, so that you can change your mind. It says "
              "nothing about you and is not used for anything else."),
        ui::button_link(
            talk_href(visit, talk.activity, "/resultat"), words("See the opinion map"), ui::Weight::quiet),
        when(has_voted, html(R"( <a href="{}">{}</a>)", talk_href(visit, talk.activity, "/resultat/jag"),
                            words("Where am I?"))));
}

/// What somebody who has voted may do with it.
Html own_votes(const Visit& visit, const Talk& talk, Id<Participant> person, const OwnVotes& votes) {
    return html("{}{}", own_answers(visit, talk, votes), about_me(visit, talk, person));
}

std::vector<ui::Link> crumbs(const Visit& visit, const Talk& talk) {
    return {{visit.process_href(), visit.words("Start")},
        {talk_href(visit, talk.activity, ""), visit.in(talk.activity.title)}};
}

Response closed_page(const Visit& visit, const Talk& talk, int status) {
    const auto& words = visit.words;
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}<p>{}</p>", visit.in(talk.activity.title),
        words("Votes are not taken right now."),
        visit.field("pastaende").empty()
            ? Html{}
            : html(R"(<div class="original as-typed">{}</div>)", visit.field("pastaende")),
        ui::button_link(
            talk_href(visit, talk.activity, "/resultat"), words("See the opinion map"), ui::Weight::filled));
    auto content = process_page(visit, visit.in(talk.activity.title), body, "delta");
    content.crumbs = crumbs(visit, talk);
    return not_stored(page(content, visit, status));
}

/// What stands beside the statement that is put before somebody.
struct Beside {
    Html notice = {};
    ui::Complaints complaints = {};
    std::vector<const Statement*> alike = {};
};

Response voting_page(const Visit& visit, const Talk& talk, const Beside& beside, int status) {
    const auto person = participant(visit, talk);
    const auto votes = person ? store::votes_of(visit.db, *person) : OwnVotes{};
    const auto left = store::servable(visit.db, talk.conversation, person);
    const auto all = store::count_votable(visit.db, talk.conversation);
    const Progress progress{all - static_cast<std::int64_t>(left.size()), all};
    const auto asked = asked_for(visit, talk);
    const auto put = asked ? asked : drawn(visit, talk, left);

    const auto body = html(R"({}{}{}
<div class="narrow">{}{}</div>)",
        ui::error_summary(beside.complaints, visit.words), beside.notice,
        put ? vote_form(visit, talk, *put, progress) : all_answered(visit, talk, progress),
        html("{}{}", when(put || progress.all == 0, stop_when_you_like(visit, talk, !votes.empty())),
            person ? own_votes(visit, talk, *person, votes) : Html{}),
        own_statement(visit, talk, beside.complaints, beside.alike));
    auto content = process_page(visit, visit.in(talk.activity.title), body, "delta");
    content.crumbs = crumbs(visit, talk);
    content.has_errors = !beside.complaints.empty();
    content.head += html(R"(
  <script type="module" src="{}"></script>)",
        asset_href("press-keys.js"));
    return not_stored(page(content, visit, status));
}

std::vector<Statement> votable_statements(const Visit& visit, const Talk& talk) {
    auto statements = store::statements_of(visit.db, talk.activity.id);
    std::erase_if(
        statements, [&](const Statement& s) { return !s.is_votable(talk.conversation.moderation); });
    return statements;
}

/// What was just done, as the address says it.
std::string thanks_for(const Visit& visit, const Talk& talk) {
    const auto what = visit.query("tack");
    if (what == "sparat") return visit.words("Thank you. What you told is saved.");
    if (what == "borta") return visit.words("Your votes are erased.");
    if (what != "ja") return {};
    return talk.conversation.moderation == Conversation::Moderation::before
               ? visit.words("Thank you. Your statement is read before it is shown.")
               : visit.words("Thank you. Your statement is shown to others now.");
}

}  // namespace

Response next(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    if (!talk->takes_votes(visit.today())) return closed_page(visit, *talk, 200);
    Beside beside;
    if (const auto thanks = thanks_for(visit, *talk); !thanks.empty())
        beside.notice = ui::notice(ui::Tone::good, html("<p>{}</p>", thanks));
    return voting_page(visit, *talk, beside, 200);
}

Response vote(const Visit& visit) {
    const auto talk = talk_of(visit);
    const auto number = Visit::number(visit.field("nummer"));
    const auto stance = stance_of(visit.field("rost"));
    if (!talk || !number) return problem(visit, Failure::Kind::not_found);
    if (!stance) return problem(visit, Failure::Kind::invalid);
    const auto known = participant_key(visit);
    const app::VoteRequest paper{known.empty() ? app::new_participant_key() : known, *number, *stance,
        proven_probability(visit, *talk, *number)};
    const auto counted =
        visit.write([&](auto& tx) { return app::vote(tx, visit.permit, occasion(visit, *talk), paper); });
    if (!counted && counted.error().kind == Failure::Kind::closed) return closed_page(visit, *talk, 409);
    if (!counted) return problem(visit, counted.error().kind);

    auto response = see_other(talk_href(visit, talk->activity, "/pastaenden#att-svara-pa"));
    if (known.empty()) response.headers.emplace_back("Set-Cookie", participant_cookie(visit, paper.key));
    return response;
}

Response propose(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    if (!talk->takes_votes(visit.today())) return closed_page(visit, *talk, 409);
    const auto key = std::string{visit.field("nyckel")};
    if (!visit.is_form_key(key))
        return voting_page(visit, *talk,
            {ui::notice(ui::Tone::warn,
                html("<p>{}</p>",
                    visit.words("The form had grown old. All you wrote is here: send it again.")))},
            409);
    if (visit.field("anda") != "ja") {
        const auto statements = votable_statements(visit, *talk);
        const auto alike = app::alike(statements, visit.field("pastaende"), most_alike);
        if (!alike.empty()) return voting_page(visit, *talk, {{}, {}, alike}, 200);
    }
    const auto proposed = visit.write([&](auto& tx) {
        return app::propose_statement(
            tx, visit.permit, occasion(visit, *talk), std::string{visit.field("pastaende")}, key);
    });
    if (proposed) return see_other(talk_href(visit, talk->activity, "/pastaenden?tack=ja"));
    if (proposed.error().kind == Failure::Kind::invalid)
        return voting_page(visit, *talk, {{}, proposed.error().complaints, {}}, 422);
    return problem(visit, proposed.error().kind);
}

}  // namespace medskapa::web::conversation
