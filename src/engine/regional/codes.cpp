#include "engine/regional/codes.hpp"

#include <algorithm>

namespace medskapa::regional {

std::uint32_t Codes::number_of(std::string_view code) {
    const auto known = numbers_.find(code);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(numbers_.size());
    numbers_.emplace(code, number);
    return number;
}

std::vector<std::string> Codes::sorted() const {
    std::vector<std::string> codes;
    codes.reserve(numbers_.size());
    for (const auto& [code, number] : numbers_) codes.push_back(code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::vector<std::uint32_t> Codes::ranks() const {
    const auto codes = sorted();
    std::vector<std::uint32_t> ranks(codes.size());
    for (std::size_t rank = 0; rank < codes.size(); ++rank) {
        ranks[numbers_.find(codes[rank])->second] = static_cast<std::uint32_t>(rank);
    }
    return ranks;
}

}  // namespace medskapa::regional
