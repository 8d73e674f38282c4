#include "app/sheet.hpp"

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
constexpr std::string_view directory_signature{"PK\x01\x02", 4};
constexpr std::size_t directory_entry_size = 46;

std::uint32_t little_endian(std::string_view s, std::size_t at) {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < 4; ++i) n |= std::uint32_t{static_cast<unsigned char>(s[at + i])} << (8 * i);
    return n;
}

/// What the archive's directory says that its files hold (APPNOTE 4.3.12).
std::uint64_t unpacked_size(std::string_view zip) {
    std::uint64_t total = 0;
    for (auto at = zip.find(directory_signature); at != zip.npos; at = zip.find(directory_signature, at + 4))
        if (at + directory_entry_size <= zip.size()) total += little_endian(zip, at + 24);
    return total;
}

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
    if (unpacked_size(bytes) > most_unpacked)
        return unreadable(N_("The workbook is too large. Keep only the sheet with the inspel"));
    try {
        return csv::read(first_sheet_as_csv(bytes));
    } catch (const std::exception&) {
        return unreadable(N_("The workbook cannot be read. Save it again as XLSX or CSV"));
    }
}

}  // namespace medskapa::app
