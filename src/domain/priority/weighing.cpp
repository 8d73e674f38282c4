#include "domain/priority/weighing.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <numeric>
#include <stdexcept>

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::size_t longest_line = 200;
constexpr std::size_t numbers_of_choice = 6;

/// Whole numbers between blanks, none below 0; nothing where a word is none.
std::optional<std::vector<std::int64_t>> whole_numbers(std::string_view text) {
    std::vector<std::int64_t> numbers;
    if (text.empty()) return numbers;
    for (const auto& word : text::split(text, ' ')) {
        std::int64_t number = 0;
        const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (fault != std::errc{} || end != word.data() + word.size() || number < 0) return std::nullopt;
        numbers.push_back(number);
    }
    return numbers;
}

bool is_choice(const BestOfFour& choice, std::size_t items) {
    const auto& shown = choice.shown;
    const auto has = [&](std::uint32_t item) { return std::count(shown.begin(), shown.end(), item) == 1; };
    return choice.best != choice.worst && has(choice.best) && has(choice.worst) &&
           std::all_of(shown.begin(), shown.end(), [&](auto item) { return item < items && has(item); });
}

std::optional<Complaint> fault_of_points(const WeighingAnswer& answer, std::size_t items) {
    const auto points = whole_numbers(answer.points);
    if (!points || points->size() != items)
        return Complaint{Field::points, N_("Write a whole number from 0 to 100 for each priority")};
    std::int64_t sum = 0;
    for (const auto one : *points) sum += std::min<std::int64_t>(one, whole_sum + 1);
    if (sum != whole_sum)
        return Complaint{Field::points, N_("The points make {}. Change them until they make 100"), {sum}};
    return std::nullopt;
}

}  // namespace

std::string reference(const Weighing& weighing) {
    return "V-" + std::to_string(weighing.number);
}

Result<Weighing> checked(Weighing weighing, const std::vector<int>& known, Day today) {
    Complaints complaints;
    weighing.title.change_each([](const std::string& text) { return text::one_line(text::cleaned(text)); });
    if (weighing.title.empty() || text::length(weighing.title.original()) > longest_line)
        complaints.push_back({Field::title, N_("Write what is weighed, in at most 200 characters")});
    const auto items = numbers_in(weighing.items);
    weighing.items = fmt::format("{}", fmt::join(items, " "));
    if (items.size() < fewest_weighed || items.size() > most_weighed)
        complaints.push_back({Field::items, N_("Name from 4 to 20 priorities by their numbers")});
    for (const auto number : items)
        if (std::find(known.begin(), known.end(), number) == known.end())
            complaints.push_back({Field::items, N_("There is no priority P-{}"), {number}});
    if (weighing.opens < today) complaints.push_back({Field::opens, N_("Choose today or a later day")});
    if (weighing.closes <= weighing.opens)
        complaints.push_back({Field::closes, N_("Choose a day after the first")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return weighing;
}

Result<WeighingInvitation> checked(WeighingInvitation invitation) {
    invitation.organisation = text::one_line(text::cleaned(invitation.organisation));
    if (invitation.organisation.empty() || text::length(invitation.organisation) > longest_line)
        return refuse(Failure::Kind::invalid,
            {{Field::organisation, N_("Write the name of the organisation, never a person's")}});
    return invitation;
}

std::vector<std::int64_t> WeighingAnswer::shares() const {
    return whole_numbers(points).value();
}

std::vector<BestOfFour> WeighingAnswer::bests() const {
    std::vector<BestOfFour> all;
    if (choices.empty()) return all;
    for (const auto& choice : text::split(choices, ';')) {
        const auto numbers = whole_numbers(choice);
        if (!numbers || numbers->size() != numbers_of_choice)
            throw std::logic_error{"a choice that is none in the database"};
        const auto at = [&](std::size_t place) { return static_cast<std::uint32_t>((*numbers)[place]); };
        all.push_back({{at(0), at(1), at(2), at(3)}, at(4), at(5)});
    }
    return all;
}

std::string text_of(const std::vector<BestOfFour>& choices) {
    std::string text;
    for (const auto& one : choices)
        text += fmt::format(
            "{}{} {} {}", text.empty() ? "" : ";", fmt::join(one.shown, " "), one.best, one.worst);
    return text;
}

Result<WeighingAnswer> checked(WeighingAnswer answer, std::size_t items) {
    if (answer.points.empty() && answer.choices.empty())
        return refuse(
            Failure::Kind::invalid, {{Field::points, N_("Share out the points, or choose among four")}});
    if (!answer.points.empty())
        if (const auto fault = fault_of_points(answer, items))
            return refuse(Failure::Kind::invalid, {*fault});
    const auto bests = answer.bests();
    if (!std::all_of(bests.begin(), bests.end(), [&](const auto& one) { return is_choice(one, items); }))
        return refuse(Failure::Kind::invalid,
            {{Field::chosen, N_("Choose one as the most important and another as the least important")}});
    return answer;
}

}  // namespace medskapa
