#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The code that follows an inspel. It looks like no other code of the site, and can be read over a
/// telephone: 21 characters of Crockford's base 32 (no I, L, O or U) in groups of three, of which the last
/// checks the others.
namespace medskapa {

/// The code made of twenty characters of base 32, with its check.
std::string receipt_code(std::string_view twenty_characters);

/// What a person meant who typed this: small letters, blanks, dashes, dots and invisible characters do not
/// matter, o is 0, i and l are 1, u is V; a label before a colon goes, and of a whole address the code is
/// taken. Nothing where the check does not fit: some character is wrong, missing or one too many, or two have
/// changed places. Twenty characters without a check are taken as they are: so were codes once given.
std::optional<std::string> read_receipt_code(std::string_view typed);

}  // namespace medskapa
