#include "domain/organisation/sector.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa {

std::vector<Sector> sectors_in(std::string_view text) {
    const auto words = text::split(text::one_line(text), ' ');
    std::vector<Sector> found;
    for (const auto& name : names_of<Sector>)
        if (std::find(words.begin(), words.end(), name.word) != words.end()) found.push_back(name.value);
    return found;
}

std::string text_of(const std::vector<Sector>& sectors) {
    std::string text;
    for (const auto sector : sectors) text += (text.empty() ? "" : " ") + std::string{name_of(sector)};
    return text;
}

}  // namespace medskapa
