#include "engine/office/spreadsheet.hpp"

#include "base/archive/zip.hpp"
#include "base/text.hpp"

#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/document.hpp>
#include <orcus/spreadsheet/factory.hpp>
#include <orcus/spreadsheet/sheet.hpp>
#include <sstream>

namespace medskapa::app {
namespace {

constexpr std::uint64_t most_unpacked = 64U * 1024 * 1024;
constexpr std::string_view zip_signature{"PK\x03\x04", 4};

std::uint64_t unpacked_size(std::string_view bytes) {
    std::uint64_t total = 0;
    for (const auto& entry : zip::directory(bytes)) total += entry.unpacked;
    return total;
}

constexpr auto broken = N_("The workbook cannot be read. Save it again as XLSX or CSV");

tl::unexpected<Failure> unreadable(const char* message) {
    return refuse(Failure::Kind::invalid, {{"fil", message}});
}

std::string first_sheet_as_csv(std::string_view bytes) {
    namespace spreadsheet = orcus::spreadsheet;
    spreadsheet::document document{spreadsheet::range_size_t{1'048'576, 256}};
    spreadsheet::import_factory factory{document};
    orcus::orcus_xlsx reader{&factory};
    reader.read_stream(bytes);
    const auto* sheet = document.get_sheet(spreadsheet::sheet_t{0});
    if (sheet == nullptr) throw std::runtime_error{"no sheet"};
    std::ostringstream csv;
    sheet->dump_csv(csv);
    return csv.str();
}

}  // namespace

Result<std::vector<csv::Row>> read_sheet(std::string_view bytes) {
    if (!bytes.starts_with(zip_signature)) {
        if (!text::is_valid_utf8(bytes))
            return unreadable(N_("The file is neither XLSX nor CSV in UTF-8. Save it again as one of them"));
        return csv::read(bytes);
    }
    if (zip::directory(bytes).empty()) return unreadable(broken);
    if (unpacked_size(bytes) > most_unpacked)
        return unreadable(N_("The workbook is too large. Keep only the sheet with the inspel"));
    try {
        return csv::read(first_sheet_as_csv(bytes));
    } catch (const std::exception&) {
        return unreadable(broken);
    }
}

}  // namespace medskapa::app
