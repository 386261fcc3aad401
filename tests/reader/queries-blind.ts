export const blind: [query: string, page: string, language: 'sv' | 'en' | 'ar'][] = []
