#include "web/ui/pieces.hpp"

namespace medskapa::web::ui {
namespace {

const char* sign(Outcome outcome) {
    switch (outcome) {
        case Outcome::yes: return "yes";
        case Outcome::part: return "part";
        case Outcome::no: return "no";
        case Outcome::noted: return "noted";
        case Outcome::wait: return "wait";
    }
    return "wait";
}

std::string word(Outcome outcome, const Words& words) {
    switch (outcome) {
        case Outcome::yes: return words("Accepted");
        case Outcome::part: return words("Partly accepted");
        case Outcome::no: return words("Not accepted");
        case Outcome::noted: return words("Noted");
        case Outcome::wait: return words("Awaiting an answer");
    }
    return {};
}

std::string counted(Outcome outcome, std::int64_t n, const Words& words) {
    switch (outcome) {
        case Outcome::yes: return words.count("{} accepted", "{} accepted", n);
        case Outcome::part: return words.count("{} partly accepted", "{} partly accepted", n);
        case Outcome::no: return words.count("{} not accepted", "{} not accepted", n);
        case Outcome::noted: return words.count("{} noted", "{} noted", n);
        case Outcome::wait: return words.count("{} awaits an answer", "{} await an answer", n);
    }
    return {};
}

Html badge(Outcome outcome, const std::string& text) {
    return html(R"(<span class="outcome {}">{}</span>)", sign(outcome), text);
}

const char* class_of(Tone tone) {
    switch (tone) {
        case Tone::info: return "notice";
        case Tone::good: return "notice good";
        case Tone::warn: return "notice warn";
        case Tone::bad: return "notice bad";
    }
    return "notice";
}

Html card_meta(const Card& card) {
    if (card.until.empty() && card.meta.empty()) return {};
    const auto until = card.until.empty() ? Html{} : html(R"(<span class="until">{}</span>)", card.until);
    return html(R"(
  <p class="meta">{}{}{}</p>)",
        until, card.until.empty() || card.meta.empty() ? "" : " · ", card.meta);
}

Html fact(const Fact& fact) {
    return html(R"(
  <div><dt>{}</dt><dd>{}</dd></div>)",
        fact.label, fact.value);
}

}  // namespace

Html outcome(Outcome outcome, const Words& words) {
    return badge(outcome, word(outcome, words));
}

Html outcome_count(Outcome outcome, std::int64_t n, const Words& words) {
    return badge(outcome, counted(outcome, n, words));
}

Html notice(Tone tone, const Html& content) {
    return html(R"(
<div class="{}">{}</div>)",
        class_of(tone), content);
}

Html status(const Html& content) {
    return html(R"(
<div class="notice good" role="status">{}</div>)",
        content);
}

Html card(const Card& card) {
    return html(R"(
<article class="card{open}">
  <h3><a href="{href}">{title}</a></h3>
  <p>{text}</p>{meta}
</article>)",
        "open"_a = card.is_open ? " open" : "", "href"_a = card.href, "title"_a = card.title,
        "text"_a = card.text, "meta"_a = card_meta(card));
}

Html grid(const Html& pieces) {
    return html(R"(
<div class="grid">{}
</div>)",
        pieces);
}

Html facts(const std::vector<Fact>& facts) {
    return html(R"(
<dl class="fact num">{}
</dl>)",
        each(facts, fact));
}

Html receipt(const Receipt& receipt) {
    return html(R"(
<section class="receipt" aria-labelledby="kod">
  <h2 class="kicker" id="kod">{}</h2>
  <strong class="code">{}</strong>
  <dl>{}
  </dl>
</section>)",
        receipt.title, receipt.code, each(receipt.facts, [](const Fact& fact) {
            return html(R"(
    <dt>{}</dt><dd>{}</dd>)",
                fact.label, fact.value);
        }));
}

Html proof(const std::string& label, const std::vector<std::string>& lines) {
    return html(R"(
<p class="proof" role="region" aria-label="{}" tabindex="0">{}</p>)",
        label, each(lines, [](const std::string& line) { return html("{}<br>", line); }));
}

}  // namespace medskapa::web::ui
