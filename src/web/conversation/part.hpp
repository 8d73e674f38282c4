#pragma once

#include "web/frame/visit.hpp"
#include "web/ui/table.hpp"

#include <functional>

/// Statements are many: their tables are shown a part at a time, by the statements' numbers.
namespace medskapa::web::conversation {

class Part {
public:
    static constexpr int numbers = 50;

    explicit Part(int number) : first_{(number - 1) / numbers * numbers + 1} {}

    bool holds(int number) const { return number >= first_ && number < first_ + numbers; }
    /// Its first number, as addresses say it in "?fran=51"; empty for the first part.
    std::string from() const;
    /// The parts around it, where the last statement has the number `last`; `href` makes from() an address.
    ui::Pages around(int last, const std::function<std::string(const std::string& from)>& href) const;

private:
    int first_;
};

/// The part that the address asks for.
Part asked_part(const Visit&);

}  // namespace medskapa::web::conversation
