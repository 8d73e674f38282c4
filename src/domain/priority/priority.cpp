#include "domain/priority/priority.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::size_t longest_title = 120;
constexpr std::size_t longest_text = 20'000;
constexpr std::int64_t most_people = 100'000'000;

bool is_longer(const Localized& words, std::size_t characters) {
    const auto texts = words.texts();
    return std::any_of(texts.begin(), texts.end(),
        [&](const Localized::Text& text) { return text::length(text.second) > characters; });
}

void limit(Complaints& complaints, Field field, Localized& words) {
    words.change_each([](const std::string& text) { return text::trimmed(text::cleaned(text)); });
    if (is_longer(words, longest_text))
        complaints.push_back({field, N_("Write at most {} characters"), {longest_text}});
}

void limit(Complaints& complaints, Field field, std::string& words) {
    words = text::trimmed(text::cleaned(words));
    if (text::length(words) > longest_text)
        complaints.push_back({field, N_("Write at most {} characters"), {longest_text}});
}

void need_title(Complaints& complaints, Localized& title) {
    title.change_each([](const std::string& text) { return text::one_line(text::cleaned(text)); });
    if (title.empty() || is_longer(title, longest_title))
        complaints.push_back({Field::title, N_("Write what it is called, in at most 120 characters")});
}

std::string in_a_row(const std::vector<int>& numbers) {
    std::string text;
    for (const auto number : numbers) text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
}

Complaints faults_of_decision(const Priority& priority, const std::vector<int>& known, Day today) {
    Complaints complaints;
    const bool is_joined = priority.outcome != Priority::Outcome::chosen &&
                           priority.outcome != Priority::Outcome::rejected && priority.is_decided();
    if (!priority.is_decided()) complaints.push_back({Field::outcome, N_("Choose what becomes of it")});
    if (priority.motive.empty())
        complaints.push_back({Field::motive, N_("Write why. Everybody can read it")});
    if (!priority.decided_on || *priority.decided_on > today)
        complaints.push_back({Field::decided, N_("Choose a day that has been")});
    const auto became = numbers_in(priority.became);
    if (is_joined && became.empty())
        complaints.push_back({Field::became, N_("Write the numbers of the priorities that it went into")});
    for (const auto number : became)
        if (number == priority.number || std::find(known.begin(), known.end(), number) == known.end())
            complaints.push_back({Field::became, N_("There is no other priority P-{}"), {number}});
    return complaints;
}

}  // namespace

std::string reference(const Priority& priority) {
    return "P-" + std::to_string(priority.number);
}

std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    for (const auto& word : text::split(text::one_line(text), ' ')) {
        int number = 0;
        const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
        const bool is_number = fault == std::errc{} && end == word.data() + word.size() && number > 0;
        if (is_number && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
            numbers.push_back(number);
    }
    return numbers;
}

Result<Priority> checked(Priority priority) {
    Complaints complaints;
    need_title(complaints, priority.title);
    limit(complaints, Field::text, priority.text);
    if (priority.text.empty()) complaints.push_back({Field::text, N_("Write what it is about")});
    limit(complaints, Field::vision, priority.vision);
    limit(complaints, Field::needs, priority.needs);
    limit(complaints, Field::mass, priority.mass);
    limit(complaints, Field::relatedness, priority.relatedness);
    limit(complaints, Field::objections, priority.objections);
    if (priority.jobs && (*priority.jobs < 0 || *priority.jobs > most_people))
        complaints.push_back({Field::jobs, N_("Write a whole number of people, or nothing")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return priority;
}

Result<Priority> decided(
    const Priority& standing, const Priority& decision, const std::vector<int>& known, Day today) {
    auto priority = standing;
    priority.outcome = decision.outcome;
    priority.motive = text::trimmed(text::cleaned(decision.motive));
    priority.decided_on = decision.decided_on;
    priority.became = in_a_row(numbers_in(decision.became));
    const auto complaints = faults_of_decision(priority, known, today);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return priority;
}

Result<Discovery> checked(Discovery discovery) {
    Complaints complaints;
    limit(complaints, Field::learned, discovery.learned);
    if (discovery.learned.empty())
        complaints.push_back({Field::learned, N_("Write what was learned at the meeting")});
    discovery.sectors = text_of(sectors_in(discovery.sectors));
    if (discovery.sectors.empty())
        complaints.push_back({Field::sectors, N_("Tick who took part, at least one kind")});
    if (discovery.people < 0 || discovery.people > most_people ||
        (discovery.people > 0 && discovery.people < fewest_told))
        complaints.push_back({Field::people,
            N_("Write how many, five or more. With fewer, leave it empty: nobody is to be recognised")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return discovery;
}

std::vector<Sector> sectors_of(const std::vector<Discovery>& discoveries) {
    std::string all;
    for (const auto& one : discoveries) all += one.sectors + " ";
    return sectors_in(all);
}

}  // namespace medskapa
