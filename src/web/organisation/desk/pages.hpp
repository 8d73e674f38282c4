#pragma once

#include "web/frame/visit.hpp"

/// The register of organisations.
namespace medskapa::web::organisation::desk {

Response list(const Visit&);          // GET  .../handlaggning/organisationer
Response list_csv(const Visit&);      // GET  .../handlaggning/organisationer.csv
Response import_form(const Visit&);   // GET  .../handlaggning/organisationer/inlasning
Response import(const Visit&);        // POST .../handlaggning/organisationer/inlasning
Response organisation(const Visit&);  // GET  .../handlaggning/organisationer/{organisation}
Response save(const Visit&);          // POST .../handlaggning/organisationer/{organisation}
Response merge_form(const Visit&);    // GET  .../organisationer/{organisation}/sammanslagning?med=
Response merge(const Visit&);         // POST .../organisationer/{organisation}/sammanslagning
Response revoke(const Visit&);  // POST .../organisationer/{organisation}/fullmakter/{mandate}/aterkallelse

}  // namespace medskapa::web::organisation::desk
