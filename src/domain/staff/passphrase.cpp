#include "domain/staff/passphrase.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <set>

namespace medskapa {
namespace {

constexpr std::size_t fewest_different = 6;

/// What a stranger tries first: the person's own name and address, and the program's.
bool is_mostly(const std::string& passphrase, const std::string& word) {
    return word.size() >= 4 && 2 * word.size() > passphrase.size() &&
           passphrase.find(word) != passphrase.npos;
}

bool is_of_the_person(const std::string& passphrase, const User& user) {
    const auto email = text::lower(user.email);
    const auto before_at = email.substr(0, email.find('@'));
    for (const auto& word : {email, before_at, text::lower(user.name), std::string{"medskapa"}})
        if (is_mostly(passphrase, word)) return true;
    return false;
}

}  // namespace

bool asks_again(Action action) {
    switch (action) {
        case Action::change_sign_in:
        case Action::decide:
        case Action::erase:
        case Action::extract_person:
        case Action::manage_users:
        case Action::export_votes: return true;
        default: return false;
    }
}

std::vector<Complaint> complaints_about_passphrase(std::string_view typed, const User& user) {
    const auto length = text::length(typed);
    if (length < shortest_passphrase)
        return {{Field::new_passphrase,
            N_("Write at least {} characters: four words that do not belong together are good"),
            {std::to_string(shortest_passphrase)}}};
    if (length > longest_passphrase)
        return {
            {Field::new_passphrase, N_("Write at most {} characters"), {std::to_string(longest_passphrase)}}};
    const auto lower = text::lower(typed);
    if (std::set<char>(lower.begin(), lower.end()).size() < fewest_different)
        return {{Field::new_passphrase, N_("It is guessed easily: use more different characters")}};
    if (is_of_the_person(lower, user))
        return {
            {Field::new_passphrase, N_("It is guessed easily: use other words than your name and address")}};
    return {};
}

}  // namespace medskapa
