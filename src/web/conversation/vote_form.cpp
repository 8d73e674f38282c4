#include "web/conversation/vote_form.hpp"

#include "web/conversation/addresses.hpp"
#include "web/moderation/note.hpp"
#include "web/ui/forms/form.hpp"

#include <algorithm>

namespace medskapa::web::conversation {
namespace {

Html progress_bar(const Progress& progress) {
    return html(
        R"(<svg class="progress" viewBox="0 0 {0} 1" preserveAspectRatio="none" aria-hidden="true"><rect width="{0}" height="1"/><rect class="on" width="{1}" height="1"/></svg>)",
        std::max<std::int64_t>(1, progress.all), progress.answered);
}

Html stance_button(Stance stance, const char* key, const Words& words) {
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

/// What becomes of the votes, once there is nothing left to vote on.
Html what_follows(const Visit& visit, const ActivityConversation& conversation) {
    const auto& words = visit.words;
    const auto until = conversation.activity.closes
                           ? words("Until {} you can change your answers, and new statements may come.",
                                 words.day(*conversation.activity.closes))
                           : words("You can still change your answers, and new statements may come.");
    return html("<p>{}</p><p>{}</p>",
        words("Your answers are saved and are in the next map. It is drawn when so many have answered that "
              "nobody can be seen in the difference."),
        until + " " +
            words("Then the voting is closed and the result is written in the open log. Those who write the "
                  "strategy can take up statements as inspel, and then they answer them."));
}

}  // namespace

Html vote_form(const Visit& visit, const ActivityConversation& conversation, const ServedStatement& served,
    const Progress& progress) {
    const auto& words = visit.words;
    const bool is_seed = served.statement.origin == Statement::Origin::seed;
    return html(R"(
<form class="vote" method="post" action="{action}" aria-labelledby="att-svara-pa">
  {guard}{number}{proof}
  <h1 class="kicker">{question}</h1>
  {progress}
  <blockquote id="att-svara-pa" tabindex="-1">{statement}</blockquote>
  <div class="ways">{agree}{disagree}{pass}</div>
  <p class="meta">{origin} {keys} {change}</p>
</form>{report})",
        "action"_a = visit.href(address::vote, conversation.activity.slug), "guard"_a = form_guard(visit, ""),
        "number"_a = ui::hidden_field("nummer", std::to_string(served.statement.number)),
        "proof"_a = ui::hidden_field("visad", serving_proof(visit, conversation, served)),
        "question"_a =
            words("What do you think? You have answered {} of {}", progress.answered, progress.all),
        "progress"_a = progress_bar(progress), "statement"_a = served.statement.text,
        "agree"_a = stance_button(Stance::agree, "1", words),
        "disagree"_a = stance_button(Stance::disagree, "2", words),
        "pass"_a = stance_button(Stance::pass, "3", words),
        "origin"_a =
            is_seed ? words("Written by those who lead the work.") : words("Written by a participant."),
        "keys"_a = keys_hint(words), "change"_a = words("You can change your mind."),
        "report"_a = moderation::report_link(visit, conversation.activity.slug, served.statement.number));
}

Html all_answered(const Visit& visit, const ActivityConversation& conversation, const Progress& progress) {
    const auto& words = visit.words;
    if (progress.all == 0)
        return html(R"(<h1>{}</h1><p class="lead">{}</p>)", words("There are no statements yet"),
            words("New ones may come. You can write one yourself."));
    return html(R"(
<div class="vote">
  <h1 id="att-svara-pa" tabindex="-1">{title}</h1>
  {what_follows}
  <p class="row">{result} {own_result}</p>
</div>)",
        "title"_a = words("You have answered all the statements"),
        "what_follows"_a = what_follows(visit, conversation),
        "result"_a = ui::button_link(visit.href(address::result_page, conversation.activity.slug),
            words("See the opinion map"), ui::Weight::filled),
        "own_result"_a = ui::button_link(visit.href(address::own_result_page, conversation.activity.slug),
            words("Where am I?"), ui::Weight::quiet));
}

Html stop_when_you_like(const Visit& visit, const ActivityConversation& conversation, bool has_voted) {
    const auto& words = visit.words;
    return html(R"(
<h2>{title}</h2>
<p>{one_is_enough} {cookie}</p>
<p class="row">{result}{own_result}</p>)",
        "title"_a = words("Your answers and the cookie"),
        "one_is_enough"_a =
            words("Your answers are saved also if you stop here. You are counted in the result when you have "
                  "answered {} statements, or all where there are fewer. Nobody sees how you voted.",
                OpinionResult::enough_votes),
        "cookie"_a = words(
            "A cookie with a random number is set when you vote, so that you can change your mind. It says "
            "nothing about you and is not used for anything else."),
        "result"_a = ui::button_link(visit.href(address::result_page, conversation.activity.slug),
            words("See the opinion map"), ui::Weight::quiet),
        "own_result"_a = when(has_voted,
            html(R"( <a href="{}">{}</a>)", visit.href(address::own_result_page, conversation.activity.slug),
                words("Where am I?"))));
}

}  // namespace medskapa::web::conversation
