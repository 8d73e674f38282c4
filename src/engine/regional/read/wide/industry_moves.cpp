#include "engine/regional/read/wide/industry_moves.hpp"

#include "base/text.hpp"
#include "engine/regional/read/wide/long_numbers.hpp"
#include "engine/regional/read/wide/number_table.hpp"

namespace medskapa::regional::read {

Result<IndustryMovesBuilder> read_industry_moves(std::string_view bytes, const Choices& choices) {
    IndustryMovesBuilder moves;
    const Columns columns{{"from", "to", "people"}, {}, Columns::Unnamed::in_order};
    const auto failure = read_long_numbers(bytes, columns, choices,
        [&](const NamedRow& row, const std::optional<double>& people) -> std::optional<Complaint> {
            const auto from = text::trimmed(row.fields[0]);
            const auto to = text::trimmed(row.fields[1]);
            if (from.empty() || to.empty()) {
                return cell_fault(row.line, from.empty() ? "from" : "to",
                    N_("Line {}, column {}: the cell is empty. Write what the row is about."));
            }
            moves.add(from, to, people);
            return std::nullopt;
        });
    if (failure) return tl::unexpected{*failure};
    return moves;
}

}  // namespace medskapa::regional::read
