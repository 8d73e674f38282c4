#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// Addresses of pages and files. Each is spelled once, as a constant of its noun, which the route, the links
/// and the open log share.
namespace medskapa {

/// A path from the root with holes: "/processer/{process}/inspel/{number}". {process} comes first where it
/// is.
class Address {
public:
    template <std::size_t size>
    consteval Address(const char (&pattern)[size]) : pattern_{pattern, size - 1} {
        for (const char c : pattern_) holes_ += c == '{' ? 1U : 0U;
    }
    constexpr std::string_view pattern() const { return pattern_; }
    constexpr std::size_t holes() const { return holes_; }
    constexpr bool is_in_process() const { return pattern_.find("{process}") != pattern_.npos; }

private:
    std::string_view pattern_;
    std::size_t holes_ = 0;
};

// Not constexpr, so that a call with too few or too many values does not compile.
void the_address_has_another_number_of_holes();

/// An address with so many holes.
template <std::size_t count>
struct AddressWith : Address {
    consteval AddressWith(const Address& address) : Address{address} {
        if (address.holes() != count) the_address_has_another_number_of_holes();
    }
};

/// An address with so many holes after its process, where it has one.
template <std::size_t count>
struct AddressBelow : Address {
    consteval AddressBelow(const Address& address) : Address{address} {
        if (address.holes() != count + (address.is_in_process() ? 1 : 0))
            the_address_has_another_number_of_holes();
    }
};

/// Everything but ASCII letters, digits and -._~ as %xx.
std::string percent_encoded(std::string_view);

/// What stands in a hole: a number, or text that is encoded.
inline std::string address_part(const std::integral auto& number) {
    return std::to_string(number);
}
inline std::string address_part(std::string_view text) {
    return percent_encoded(text);
}

/// The path, its holes filled from left to right with parts that are encoded already.
std::string filled_path(const Address&, std::initializer_list<std::string> parts);

/// path_to(address::version_page, "rus", "RUS", 2)
template <class... Values>
std::string path_to(AddressWith<sizeof...(Values)> address, const Values&... values) {
    return filled_path(address, {address_part(values)...});
}

/// The address with fields in its query, before its fragment. Fields without a value are left out.
using QueryFields = std::initializer_list<std::pair<std::string_view, std::string_view>>;
std::string with_query(std::string address, QueryFields);

}  // namespace medskapa
