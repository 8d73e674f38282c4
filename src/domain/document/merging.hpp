#pragma once

#include "base/names.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Whose words stand in a paragraph, and whether what somebody asked for does.
namespace medskapa {

/// Words that a next wording takes out, and which of those before it had brought them in.
struct Loss {
    std::string words;
    std::size_t brought_in_by = 0;  // place in the wordings; never 0

    bool operator==(const Loss&) const = default;
};
/// What `next` takes out of the last wording that was not in the first: wordings[0] is what readers know,
/// each further one somebody's edit of the one before. In the order of the text; blanks and punctuation alone
/// are no loss. Needs one wording or more.
std::vector<Loss> losses(const std::vector<std::string>& wordings, std::string_view next);

/// `next` with those words of the last wording back in it that the wordings at these places brought in.
std::string put_back(
    const std::vector<std::string>& wordings, std::string_view next, const std::vector<std::size_t>& places);

/// What became of words that were asked for.
enum class Standing { unknown, whole, part, gone };
template <>
inline constexpr auto names_of<Standing> = names<Standing>({
    {Standing::unknown, "unknown", N_("not checked")},
    {Standing::whole, "whole", N_("adopted")},
    {Standing::part, "part", N_("adopted in part")},
    {Standing::gone, "gone", N_("removed again")},
});
/// Whether a text has the change from `before` to `proposed` in it, by its words alone: `whole` where each
/// changed place reads so or has all words that were added (and none that were struck out), `gone` where none
/// does. Words of three letters and less count only where nothing else was changed.
Standing standing_of(std::string_view before, std::string_view proposed, std::string_view text);

}  // namespace medskapa
