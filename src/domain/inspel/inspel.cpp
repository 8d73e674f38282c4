#include "domain/inspel/inspel.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::size_t longest_contact = 200;
constexpr std::size_t longest_answer = 10'000;
constexpr std::size_t title_from_text = 60;

void limit(Complaints& complaints, Field field, const std::string& value, std::size_t most) {
    if (text::length(value) > most) complaints.push_back({field, N_("Write at most {} characters"), {most}});
}

Id<Topic> topic_named(const std::vector<Topic>& topics, const std::string& slug) {
    const auto found =
        std::find_if(topics.begin(), topics.end(), [&](const Topic& t) { return t.slug == slug; });
    return found == topics.end() ? Id<Topic>{} : found->id;
}

bool is_offered(const std::vector<Subject>& subjects, const std::string& key) {
    return std::any_of(subjects.begin(), subjects.end(),
        [&](const Subject& s) { return key == s.key || key.starts_with(s.key + "-p"); });
}

bool is_offered(const std::vector<Municipality>& places, const std::string& code) {
    return code.empty() || code == "outside" ||
           std::any_of(places.begin(), places.end(), [&](const Municipality& m) { return m.code == code; });
}

void check_words(Complaints& complaints, const Inspel& inspel) {
    if (inspel.text.empty())
        complaints.push_back({Field::text, N_("Write your inspel. A sentence is enough")});
    limit(complaints, Field::text, inspel.text, longest_inspel);
    limit(complaints, Field::heading, inspel.title, longest_inspel_title);
}

void check_choices(
    Complaints& complaints, const InspelChoices& choices, const InspelDraft& draft, const Inspel& inspel) {
    if (!draft.topic.empty() && !inspel.topic)
        complaints.push_back({Field::topic, N_("Choose one of the topics")});
    if (!is_offered(choices.subjects, draft.concerns))
        complaints.push_back({Field::concerns, N_("Choose what your inspel concerns")});
    if (!is_offered(choices.municipalities, draft.municipality))
        complaints.push_back({Field::municipality, N_("Choose one of the municipalities")});
}

void check_sender(Complaints& complaints, const InspelDraft& draft, const Inspel& inspel, bool kind_known) {
    if (!kind_known) complaints.push_back({Field::actor_kind, N_("Choose what kind of sender you are")});
    for (const auto& text : sender_texts) limit(complaints, text.field, inspel.*text.sent, text.most);
    limit(complaints, Field::contact, draft.contact, longest_contact);
    const auto contact = text::one_line(draft.contact);
    const bool has_digit =
        std::any_of(contact.begin(), contact.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!contact.empty() && contact.find('@') == std::string::npos && !has_digit)
        complaints.push_back({Field::contact, N_("Write an e-mail address with @ or a telephone number")});
}

}  // namespace

Result<Inspel> compose(const InspelChoices& choices, const InspelDraft& draft, Channel channel) {
    Inspel inspel;
    inspel.channel = channel;
    inspel.text = text::trimmed(text::cleaned(draft.text));
    inspel.title = text::one_line(draft.title);
    inspel.topic = topic_named(choices.topics, draft.topic);
    inspel.concerns = draft.concerns;
    inspel.municipality = draft.municipality;
    for (const auto& text : sender_texts)
        inspel.*text.shown = inspel.*text.sent = text::one_line(draft.*text.typed);
    inspel.language = text::one_line(draft.language);
    const bool kind_known = find_name<ActorKind>(draft.actor_kind, inspel.actor_kind);

    Complaints complaints;
    check_words(complaints, inspel);
    check_choices(complaints, choices, draft, inspel);
    check_sender(complaints, draft, inspel, kind_known);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);

    if (inspel.title.empty()) inspel.title = title_of_words(inspel.text);
    inspel.shown_title = inspel.title;
    inspel.shown_text = inspel.text;
    return inspel;
}

bool is_living(const Inspel& inspel) {
    return inspel.state == Inspel::State::received || inspel.state == Inspel::State::published;
}

Result<Inspel> publish(Inspel inspel, Instant now) {
    if (inspel.state != Inspel::State::received) return refuse(Failure::Kind::conflict);
    inspel.state = Inspel::State::published;
    inspel.decided_at = now;
    return inspel;
}

namespace {

Result<Inspel> not_to_be_shown(Inspel inspel, std::string_view reason, const std::string& note, Instant now) {
    Complaints complaints;
    DeclineReason ground{};
    if (!find_name<DeclineReason>(reason, ground))
        complaints.push_back({Field::decline_reason, N_("Choose a reason")});
    inspel.decline_note = text::trimmed(text::cleaned(note));
    if (inspel.decline_note.empty())
        complaints.push_back({Field::reason, N_("Write why. The sender reads it")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);

    inspel.state = Inspel::State::declined;
    inspel.decline_reason = ground;
    inspel.decided_at = now;
    return inspel;
}

}  // namespace

Result<Inspel> decline(Inspel inspel, std::string_view reason, const std::string& note, Instant now) {
    if (inspel.state != Inspel::State::received) return refuse(Failure::Kind::conflict);
    return not_to_be_shown(std::move(inspel), reason, note, now);
}

Result<Inspel> take_down(Inspel inspel, std::string_view reason, const std::string& note, Instant now) {
    if (inspel.state != Inspel::State::published) return refuse(Failure::Kind::conflict);
    return not_to_be_shown(std::move(inspel), reason, note, now);
}

Result<Inspel> reopen(Inspel inspel) {
    if (inspel.state != Inspel::State::declined) return refuse(Failure::Kind::conflict);
    inspel.state = Inspel::State::received;
    inspel.decided_at = std::nullopt;
    inspel.decline_reason = std::nullopt;
    inspel.decline_note.clear();
    return inspel;
}

Result<Inspel> withdraw(Inspel inspel) {
    if (!is_living(inspel)) return refuse(Failure::Kind::conflict);
    inspel.state = Inspel::State::withdrawn;
    return inspel;
}

Result<std::string> addition_text(const std::string& typed) {
    auto words = text::trimmed(text::cleaned(typed));
    Complaints complaints;
    if (words.empty()) complaints.push_back({Field::text, N_("Write what you want to add")});
    limit(complaints, Field::text, words, longest_inspel);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return words;
}

Result<Issue> split_off(
    const Inspel& inspel, const IssueDraft& draft, const std::vector<Topic>& topics, int position) {
    const auto quote = text::trimmed(text::cleaned(draft.quote));
    Complaints complaints;
    if (quote.empty()) complaints.push_back({Field::quote, N_("Mark the words that the issue is about")});
    if (inspel.shown_text.find(quote) == std::string::npos)
        complaints.push_back({Field::quote, N_("These words are not in the inspel. Copy them exactly")});
    const auto title = text::one_line(draft.title);
    limit(complaints, Field::heading, title, longest_inspel_title);
    const auto topic = topic_named(topics, draft.topic);
    if (!draft.topic.empty() && !topic) complaints.push_back({Field::topic, N_("Choose one of the topics")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);

    return Issue{
        .id = {},
        .process = inspel.process,
        .inspel = inspel.id,
        .position = position,
        .quote = quote,
        .title = title.empty() ? title_of_words(quote) : title,
        .topic = topic ? topic : inspel.topic,
        .assignee = text::one_line(draft.assignee),
        .deadline = draft.deadline,
        .group = {},
        .answer = {},
    };
}

bool overlap(const std::string& text, const std::string& one, const std::string& other) {
    const auto at = text.find(one);
    const auto other_at = text.find(other);
    if (at == text.npos || other_at == text.npos) return false;
    return at < other_at + other.size() && other_at < at + one.size();
}

std::string title_of_words(const std::string& words) {
    return text::excerpt(text::one_line(words), title_from_text);
}

bool has_own_title(const Issue& issue) {
    return issue.title != title_of_words(issue.quote);
}

Result<Answer> compose_answer(std::string_view outcome, const std::string& typed, Instant now) {
    Answer answer;
    answer.text = text::trimmed(text::cleaned(typed));
    answer.written_at = now;
    Complaints complaints;
    if (!find_name<Outcome>(outcome, answer.outcome) || answer.outcome == Outcome::waiting)
        complaints.push_back({Field::outcome, N_("Choose an outcome")});
    if (answer.text.empty())
        complaints.push_back({Field::answer, N_("Write the answer and why. The sender reads it")});
    limit(complaints, Field::answer, answer.text, longest_answer);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return answer;
}

bool can_take_back(const Answer& answer, Instant now) {
    constexpr std::chrono::hours time_to_take_back{1};
    return answer.published_at && now <= *answer.published_at + time_to_take_back;
}

Result<std::vector<Correction>> compose_correction(
    const Answer& before, const Answer& after, const Correcting& why) {
    using Aspect = Correction::Aspect;
    const auto readings_of = [](const Answer& answer) {
        return Readings{
            {Aspect::outcome, std::string{name_of(answer.outcome)}}, {Aspect::answer, answer.text}};
    };
    return composed_corrections(
        readings_of(before), {readings_of(after), why.reason, why.withholds}, Field::answer);
}

std::string readable_code(std::string_view receipt_code) {
    std::string out;
    for (std::size_t i = 0; i < receipt_code.size(); ++i) {
        if (i > 0 && i % 3 == 0) out += '-';
        out += receipt_code[i];
    }
    return out;
}

}  // namespace medskapa
