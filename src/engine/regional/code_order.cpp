#include "engine/regional/code_order.hpp"

#include <algorithm>
#include <string_view>

namespace medskapa::regional {
namespace {

bool is_digits(const std::string& code) {
    return !code.empty() && code.find_first_not_of("0123456789") == code.npos;
}

/// Digits without leading zeros: the longer is the larger.
std::string_view value_of(std::string_view code) {
    code.remove_prefix(std::min(code.find_first_not_of('0'), code.size()));
    return code;
}

bool is_less(const std::string& a, const std::string& b) {
    const auto one = value_of(a);
    const auto other = value_of(b);
    if (one.size() != other.size()) return one.size() < other.size();
    return one != other ? one < other : a < b;
}

}  // namespace

void sort_codes(std::vector<std::string>& codes) {
    if (std::all_of(codes.begin(), codes.end(), is_digits)) {
        std::sort(codes.begin(), codes.end(), is_less);
    } else {
        std::sort(codes.begin(), codes.end());
    }
}

}  // namespace medskapa::regional
