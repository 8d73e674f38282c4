#include "web/inspel/desk/import_answers.hpp"

#include "app/inspel/inspel.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/inspel/kinds.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::web::inspel::desk {
namespace {

constexpr std::string_view answer_field = "svar-";  // and the question
constexpr std::string_view left_empty = "-";
constexpr std::size_t longest_typed = 40;  // of a time

/// The column of which no list can be made.
constexpr std::string_view typed_column = "received_at";

std::vector<ui::Choice> choices_of_channel(const Words& words) {
    auto choices = ui::choices_of<Channel>(words);
    std::erase_if(choices, [](const auto& one) { return one.value == name_of(Channel::referral); });
    return choices;
}

std::vector<ui::Choice> choices_in(const Visit& visit, const std::string& column) {
    std::vector<ui::Choice> choices;
    auto& db = visit.db;
    const auto process = visit.process->id;
    if (column == "channel") return choices_of_channel(visit.words);
    if (column == "actor_kind") return ui::choices_of<ActorKind>(visit.words);
    if (column == "municipality")
        for (const auto& one : store::municipalities_of(db, process)) choices.push_back({one.code, one.name});
    if (column == "topic")
        for (const auto& one : store::topics_of(db, process))
            choices.push_back({one.slug, one.title.original()});
    if (column == "concerns")
        for (const auto& one : store::concerns_of(db, process))
            choices.push_back({one.key, one.title.original()});
    if (column == "activity")
        for (const auto& one : store::activities_of(db, process))
            choices.push_back({one.slug, one.title.original()});
    return choices;
}

/// What a row gets whose cell is left empty, where that is not nothing.
std::optional<std::string> instead_of_nothing(
    const std::vector<ui::Choice>& meanings, const std::string& column) {
    const auto named = [&](std::string_view value) -> std::optional<std::string> {
        for (const auto& one : meanings)
            if (one.value == value) return one.label;
        return std::nullopt;
    };
    if (column == "channel") return named(name_of(app::Entered{}.channel));
    if (column == "actor_kind") return named(name_of(ActorKind::citizen));
    if (column == "concerns" && !meanings.empty()) return meanings.front().label;
    return std::nullopt;
}

/// The field in which somebody says once what a cell means.
Html answer_choice(const Visit& visit, const std::vector<ui::Choice>& meanings, const std::string& column,
    const ui::Field& field) {
    const auto& words = visit.words;
    if (column == typed_column) {
        auto typed = field;
        typed.hint = words("As in 2026-05-14. A hyphen gives the day on which the rows are imported.");
        return ui::text_field(typed, ui::Input::text, {}, words);
    }
    const auto instead = instead_of_nothing(meanings, column);
    std::vector<ui::Choice> choices{{"", words("Not answered")},
        {std::string{left_empty},
            instead ? words("None of these: it is read as {}", *instead) : words("Nothing: leave it empty")}};
    choices.insert(choices.end(), meanings.begin(), meanings.end());
    return ui::select(field, choices, {}, words);
}

std::string title_of(const std::string& column, const Words& words) {
    if (column == "channel") return words("Channel");
    if (column == "actor_kind") return words("Sender");
    if (column == "municipality") return words("Municipality");
    if (column == "topic") return words("Topic");
    if (column == "concerns") return words("Concerns");
    if (column == "activity") return words("Activity");
    return words("Received");
}

std::string label_of(
    const Words& words, const std::string& column, std::size_t rows, const std::string& cell) {
    const auto counted = words.count("{} row", "{} rows", static_cast<std::int64_t>(rows));
    return words("{} “{}” ({}) means", title_of(column, words), text::excerpt(cell, 60), counted);
}

bool is_question(std::string_view name) {
    const auto digest = from_hex(name);
    return digest && digest->size() == Digest{}.size();
}

struct Asked {
    const app::ImportCause* cause;
    std::size_t rows;
};

/// The causes that ask for an answer; the same word in other letters is the same question.
std::vector<Asked> asked_of(const std::vector<app::ImportCause>& causes) {
    std::vector<Asked> all;
    std::map<std::string, std::size_t> known;
    for (const auto& cause : causes) {
        if (cause.question.empty()) continue;
        const auto [place, is_new] = known.try_emplace(cause.question, all.size());
        if (is_new) all.push_back({&cause, 0});
        all[place->second].rows += cause.rows.size();
    }
    if (all.size() > most_questions) all.resize(most_questions, {nullptr, 0});
    return all;
}

}  // namespace

const std::vector<ui::Choice>& Meanings::of(const std::string& column) {
    const auto [known, is_new] = known_.try_emplace(column);
    if (is_new) known->second = choices_in(visit_, column);
    return known->second;
}

bool Meanings::takes(const std::string& column, const std::string& value) {
    if (value.empty()) return true;
    if (column == typed_column) return value.size() <= longest_typed;
    const auto& choices = of(column);
    return std::any_of(
        choices.begin(), choices.end(), [&](const ui::Choice& one) { return one.value == value; });
}

bool is_lasting(std::string_view column) {
    return column != typed_column;
}

sheets::Answers chosen_answers(const Visit& visit) {
    sheets::Answers chosen;
    for (const auto& [name, value] : visit.request.form) {
        if (!name.starts_with(answer_field)) continue;
        const auto question = name.substr(answer_field.size());
        if (is_question(question)) chosen.insert_or_assign(std::string{question}, text::trimmed(value));
    }
    return chosen;
}

void take(sheets::Answers& answers, const sheets::Answers& chosen) {
    for (const auto& [question, value] : chosen) {
        if (value.empty())
            answers.erase(question);
        else
            answers[question] = value == left_empty ? std::string{} : value;
    }
}

Html questions(const Visit& visit, const std::vector<app::ImportCause>& causes) {
    const auto& words = visit.words;
    Meanings meanings{visit};
    Html fields;
    for (const auto& one : asked_of(causes))
        fields += answer_choice(visit, meanings.of(one.cause->column), one.cause->column,
            {.name = std::string{answer_field} + one.cause->question,
                .label = label_of(words, one.cause->column, one.rows, one.cause->typed)});
    if (fields.empty()) return fields;
    return html("<h2>{}</h2><p>{}</p>{}", words("What do they mean?"),
        words(
            "Answer each once for all its rows, and choose the file again at the end of the form. When the "
            "rows are imported, the answers are remembered for the next table with the same header, but not "
            "those about days."),
        fields);
}

Html answers_kept(const Visit& visit) {
    Html fields;
    for (const auto& [question, value] : chosen_answers(visit))
        fields += ui::hidden_field(std::string{answer_field} + question, value);
    return fields;
}

Html answers_view(const Visit& visit, const std::vector<sheets::Answered>& answered) {
    const auto& words = visit.words;
    Meanings meanings{visit};
    Html fields;
    for (const auto& one : answered)
        fields += answer_choice(visit, meanings.of(one.key), one.key,
            {.name = std::string{answer_field} + one.question,
                .label = label_of(words, one.key, static_cast<std::size_t>(one.rows), one.cell),
                .value = one.value.empty() ? std::string{left_empty} : one.value});
    return fields.empty() ? fields : html("<h2>{}</h2>{}", words("What the words in the table mean"), fields);
}

}  // namespace medskapa::web::inspel::desk
