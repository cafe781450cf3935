/* Metadata: information dictionary, XMP packet and catalogue. */
#include "pdf/metadata.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "pdf/syntax.h"

#define PRODUCER TEXT("Överens")

Text metadata_language(const DocumentFacts *facts)
{
	if (facts->language.length == 0 || text_equal(facts->language, TEXT("sv")))
		return TEXT("sv-SE");
	return facts->language;
}

/* ---- Information dictionary ---- */

static void put_entry(Buffer *out, Text key, Text value)
{
	if (value.length == 0)
		return;
	buffer_put(out, key);
	syntax_put_text(out, value);
}

Text metadata_information(Arena *arena, const DocumentFacts *facts)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	put_entry(&out, TEXT("/Title"), facts_title(arena, facts));
	put_entry(&out, TEXT("/Author"), facts->author);
	put_entry(&out, TEXT("/Producer"), PRODUCER);
	return buffer_text(&out);
}

/* ---- XMP ---- */

/* The characters that syntax_put_text writes, so that both say the same. */
static void put_xml(Buffer *out, Text text)
{
	for (size_t i = 0; i < text.length;) {
		uint32_t codepoint = utf8_next(text, &i);
		if (codepoint == '&')
			buffer_put(out, TEXT("&amp;"));
		else if (codepoint == '<')
			buffer_put(out, TEXT("&lt;"));
		else if (codepoint == '>')
			buffer_put(out, TEXT("&gt;"));
		else if (codepoint != UTF8_SOFT_HYPHEN)
			buffer_put_codepoint(out, codepoint);
	}
}

static void put_property(Buffer *out, Text before, Text value, Text after)
{
	if (value.length == 0)
		return;
	buffer_put(out, before);
	put_xml(out, value);
	buffer_put(out, after);
}

/* A schema that PDF/A does not know must be described in the packet itself (19005-3, 6.6.2.3). */
static void put_extension(Buffer *out)
{
	buffer_put(out,
	           TEXT("<rdf:Description rdf:about=\"\""
	                " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	                " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	                " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	                "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	                "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
	                "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
	                "</pdfaSchema:namespaceURI>\n"
	                "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	                "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	                "<pdfaProperty:name>part</pdfaProperty:name>\n"
	                "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	                "<pdfaProperty:category>internal</pdfaProperty:category>\n"
	                "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
	                "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	                "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"));
}

static void put_description(Buffer *out, const DocumentFacts *facts, bool archival)
{
	buffer_put(out, TEXT("<rdf:Description rdf:about=\"\""
	                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	                     " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
	                     " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
	                     "<dc:format>application/pdf</dc:format>\n"));
	put_property(out, TEXT("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"),
	             facts_title(out->arena, facts), TEXT("</rdf:li></rdf:Alt></dc:title>\n"));
	put_property(out, TEXT("<dc:creator><rdf:Seq><rdf:li>"), facts->author,
	             TEXT("</rdf:li></rdf:Seq></dc:creator>\n"));
	put_property(out, TEXT("<dc:publisher><rdf:Bag><rdf:li>"), facts->organisation,
	             TEXT("</rdf:li></rdf:Bag></dc:publisher>\n"));
	put_property(out, TEXT("<dc:identifier>"), facts->diary_number, TEXT("</dc:identifier>\n"));
	put_property(out, TEXT("<dc:date><rdf:Seq><rdf:li>"), facts->date,
	             TEXT("</rdf:li></rdf:Seq></dc:date>\n"));
	put_property(out, TEXT("<dc:language><rdf:Bag><rdf:li>"), metadata_language(facts),
	             TEXT("</rdf:li></rdf:Bag></dc:language>\n"));
	put_property(out, TEXT("<pdf:Producer>"), PRODUCER, TEXT("</pdf:Producer>\n"));
	if (archival)
		buffer_put(out, TEXT("<pdfaid:part>3</pdfaid:part>\n"
		                     "<pdfaid:conformance>A</pdfaid:conformance>\n"));
	buffer_put(out, TEXT("<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n"));
}

Text metadata_xmp(Arena *arena, const DocumentFacts *facts, bool archival)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
	                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
	                      "\n"));
	put_description(&out, facts, archival);
	put_extension(&out);
	buffer_put(&out, TEXT("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"));
	return buffer_text(&out);
}

/* ---- Catalogue ---- */

Text metadata_catalogue(Arena *arena, const DocumentFacts *facts, CatalogueParts parts)
{
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	buffer_put(&out, TEXT("/Lang"));
	syntax_put_text(&out, metadata_language(facts));
	buffer_put(&out, TEXT("/MarkInfo<</Marked true>>"
	                      "/ViewerPreferences<</DisplayDocTitle true>>"
	                      "/PageLabels<</Nums[0<</S/D>>]>>/StructTreeRoot "));
	syntax_put_reference(&out, parts.structure);
	buffer_put(&out, TEXT("/Metadata "));
	syntax_put_reference(&out, parts.metadata);
	if (parts.outline != 0) {
		buffer_put(&out, TEXT("/Outlines "));
		syntax_put_reference(&out, parts.outline);
	}
	if (parts.profile != 0) {
		buffer_put(&out, TEXT("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
		                      "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
		                      "/DestOutputProfile "));
		syntax_put_reference(&out, parts.profile);
		buffer_put(&out, TEXT(">>]"));
	}
	buffer_put(&out, parts.attachments);
	return buffer_text(&out);
}
