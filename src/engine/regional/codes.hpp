#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace medskapa::regional {

/// Numbers codes as they come, and afterwards ranks them in the order of their bytes.
class Codes {
public:
    /// The number of a code, a new one when it is new.
    std::uint32_t number_of(std::string_view code);
    std::size_t size() const { return numbers_.size(); }
    std::vector<std::string> sorted() const;
    /// By number, where each code stands in `sorted`.
    std::vector<std::uint32_t> ranks() const;

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

}  // namespace medskapa::regional
