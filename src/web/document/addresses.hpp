#pragma once

#include "app/document/addresses.hpp"

namespace medskapa::address {

inline constexpr Address documents_page{"/processer/{process}/dokument"};
inline constexpr Address document_page{"/processer/{process}/dokument/{document}"};
inline constexpr Address version_page{"/processer/{process}/dokument/{document}/version/{number}"};
inline constexpr Address version_docx{"/processer/{process}/dokument/{document}/version/{number}/text.docx"};
inline constexpr Address version_odt{"/processer/{process}/dokument/{document}/version/{number}/text.odt"};
/// html or pdf
inline constexpr Address version_file{
    "/processer/{process}/dokument/{document}/version/{number}/fil/{format}"};
inline constexpr Address comparison_page{"/processer/{process}/dokument/{document}/jamfor"};
inline constexpr Address comparison_docx{"/processer/{process}/dokument/{document}/jamfor.docx"};
inline constexpr Address comparison_odt{"/processer/{process}/dokument/{document}/jamfor.odt"};
inline constexpr Address paragraph_page{"/processer/{process}/stycke/{node}"};
inline constexpr Address picture_file{"/processer/{process}/bild/{picture}"};
inline constexpr Address change_page{"/processer/{process}/andringar/{number}"};

// The staff's.
inline constexpr Address drafts_page{"/processer/{process}/handlaggning/texter"};
inline constexpr Address draft_page{"/processer/{process}/handlaggning/texter/{document}"};
inline constexpr Address freeze_draft{"/processer/{process}/handlaggning/texter/{document}/frysning"};
inline constexpr Address import_draft{"/processer/{process}/handlaggning/texter/{document}/inlasning"};
inline constexpr Address undo_change{"/processer/{process}/handlaggning/texter/{document}/angra"};
inline constexpr Address draft_line{"/processer/{process}/handlaggning/texter/{document}/{node}"};
inline constexpr Address insert_line{"/processer/{process}/handlaggning/texter/{document}/{node}/nytt"};
inline constexpr Address insert_heading{"/processer/{process}/handlaggning/texter/{document}/{node}/rubrik"};
inline constexpr Address move_line{"/processer/{process}/handlaggning/texter/{document}/{node}/flytt"};
inline constexpr Address split_line{"/processer/{process}/handlaggning/texter/{document}/{node}/delning"};
inline constexpr Address join_line{
    "/processer/{process}/handlaggning/texter/{document}/{node}/sammanslagning"};
inline constexpr Address remove_line{
    "/processer/{process}/handlaggning/texter/{document}/{node}/borttagning"};
inline constexpr Address set_line_type{"/processer/{process}/handlaggning/texter/{document}/{node}/slag"};
inline constexpr Address describe_picture{
    "/processer/{process}/handlaggning/texter/{document}/{node}/bildtext"};
inline constexpr Address link_answer{"/processer/{process}/handlaggning/synpunkter/{issue}/andring"};

}  // namespace medskapa::address
